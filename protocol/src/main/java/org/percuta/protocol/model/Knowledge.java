package org.percuta.protocol.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole clinical content of one version.
 *
 * @param digest SHA-256 of the content as its files have it, in hex; it is stored with every
 *     verdict
 * @param asWritten the content as its files have it, where this one says a clinic's numbers; absent
 *     in that content itself
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
    List<CodeMapping> codes,
    @Nullable Knowledge asWritten) {

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
   * The same content under a clinic's own numbers, also where its texts and dates name a setting.
   * Version and digest stay: they name the content as written, and it takes both the digest and the
   * settings to know what somebody was told.
   */
  public Knowledge withSettings(Map<String, HouseSetting> changed) {
    Knowledge from = written();
    HouseNumbers here = new HouseNumbers(changed);
    return new Knowledge(
        version,
        digest,
        sources,
        claims,
        literature,
        conflicts,
        notModelled,
        here.in(from.facts),
        concerns,
        sites,
        changed,
        here.in(from.rules),
        here.in(from.courses),
        here.in(from.calendar),
        here.in(from.procedure),
        here.in(from.devices),
        depths,
        here.in(from.anaesthetics),
        here.in(from.topicals),
        symptoms,
        here.in(from.recovery),
        here.in(from.redFlags),
        here.in(from.milestones),
        prices,
        here.in(from.statements),
        codes,
        from);
  }

  /** The content as its files have it: texts and dates name a setting instead of its number. */
  public Knowledge written() {
    return asWritten == null ? this : asWritten;
  }

  public List<Statement> statements(Statement.Kind kind) {
    return statements.stream().filter(s -> s.kind() == kind).toList();
  }
}
