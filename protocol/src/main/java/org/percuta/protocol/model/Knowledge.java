package org.percuta.protocol.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole clinical content of one version.
 *
 * @param digest SHA-256 of the content, in hex; it is stored with every verdict
 */
public record Knowledge(
    String version,
    String digest,
    Map<String, Source> sources,
    Map<String, Claim> claims,
    Map<String, LiteratureFact> literature,
    Map<String, Conflict> conflicts,
    List<NotModelled> notModelled,
    Map<String, FactDefinition> facts,
    Map<String, Concern> concerns,
    Map<String, Site> sites,
    Map<String, HouseSetting> settings,
    List<Rule> rules,
    List<CourseTemplate> courses,
    List<CalendarItem> calendar,
    List<ProcedureStep> procedure,
    List<Device> devices,
    List<DepthWindow> depths,
    List<Anaesthetic> anaesthetics,
    List<Topical> topicals,
    Map<String, Symptom> symptoms,
    List<RecoveryExpectation> recovery,
    List<RedFlag> redFlags,
    List<Milestone> milestones,
    List<PriceRange> prices,
    List<Statement> statements,
    List<CodeMapping> codes) {

  /** Every item that must say where it comes from, in file order by kind. */
  public Stream<Sourced> sourced() {
    return Stream.of(
            facts.values(),
            concerns.values(),
            sites.values(),
            settings.values(),
            rules,
            courses,
            calendar,
            procedure,
            devices,
            depths,
            anaesthetics,
            topicals,
            symptoms.values(),
            recovery,
            redFlags,
            milestones,
            prices,
            statements)
        .flatMap(items -> items.stream().map(Sourced.class::cast));
  }

  /**
   * The same content under a clinic's own numbers; version and digest stay, as they name the
   * content.
   */
  public Knowledge withSettings(Map<String, HouseSetting> changed) {
    return new Knowledge(
        version,
        digest,
        sources,
        claims,
        literature,
        conflicts,
        notModelled,
        facts,
        concerns,
        sites,
        changed,
        rules,
        courses,
        calendar,
        procedure,
        devices,
        depths,
        anaesthetics,
        topicals,
        symptoms,
        recovery,
        redFlags,
        milestones,
        prices,
        statements,
        codes);
  }

  public List<Statement> statements(Statement.Kind kind) {
    return statements.stream().filter(s -> s.kind() == kind).toList();
  }
}
