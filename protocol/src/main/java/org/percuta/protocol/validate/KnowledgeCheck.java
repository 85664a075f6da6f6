package org.percuta.protocol.validate;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.percuta.protocol.model.Knowledge;

/** Checks that the knowledge is whole: every id resolves, every number and rule has its source. */
public final class KnowledgeCheck {

  /** Golden cases of one kind each that a rule needs. */
  public static final List<String> CASE_KINDS = List.of("fires", "silent", "edge");

  private KnowledgeCheck() {}

  /**
   * @param knowledge as written
   * @param caseKinds for each rule id the kinds of golden case it has
   * @param places where an item, or a key of it, stands
   */
  public static List<Finding> findings(
      Knowledge knowledge,
      Map<String, List<String>> caseKinds,
      BiFunction<Object, String, Place> places) {
    Report report = new Report(places);
    new SourcingCheck(knowledge, report).run();
    new ReferenceCheck(knowledge, report).run();
    new RuleCheck(knowledge, caseKinds, report).run();
    new ContentCheck(knowledge, report).run();
    new SettingCheck(knowledge, report).run();
    new CoverageCheck(knowledge, report).run();
    return report.findings();
  }
}
