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
   * Checks the content as its files have it, where texts and dates still name settings.
   *
   * @param caseKinds for each rule id the kinds of golden case it has
   * @param places where an item as written, or a key of it, stands
   */
  public static List<Finding> findings(
      Knowledge content,
      Map<String, List<String>> caseKinds,
      BiFunction<Object, String, Place> places) {
    Knowledge knowledge = content.written();
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
