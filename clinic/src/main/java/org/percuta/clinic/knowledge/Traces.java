package org.percuta.clinic.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Source;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.plan.CalendarEntry;
import org.percuta.protocol.triage.TriageReason;

/** Follows what is said back to where it was read. */
public final class Traces {

  private final Knowledge knowledge;
  private final String pages;

  private Traces(Knowledge knowledge, String pages) {
    this.knowledge = knowledge;
    this.pages = pages;
  }

  /** Leads to the public pages about claims and literature facts. */
  public static Traces of(Knowledge knowledge) {
    return in(knowledge, "/understand/claims/");
  }

  /**
   * Leads to other pages than the public ones.
   *
   * @param pages what the address of a claim's or literature fact's page begins with
   */
  public static Traces in(Knowledge knowledge, String pages) {
    return new Traces(knowledge, pages);
  }

  public Trace of(Sourced item) {
    return of(item.claims(), item.literature(), item.grade(), item.conflict());
  }

  public Trace of(CalendarEntry entry) {
    return of(entry.claims(), entry.literature(), entry.grade(), entry.conflict());
  }

  public Trace of(TriageReason reason) {
    return of(reason.claims(), reason.literature(), reason.grade(), reason.conflict());
  }

  public Trace of(
      List<String> claims, List<String> literature, Grade grade, @Nullable String conflict) {
    Conflict found = conflict == null ? null : knowledge.conflicts().get(conflict);
    return new Trace(grade, lines(claims, literature), found == null ? null : disagreement(found));
  }

  public Trace.Disagreement disagreement(Conflict conflict) {
    return new Trace.Disagreement(
        conflict.id(),
        conflict.title(),
        conflict.sides().stream()
            .map(side -> new Trace.Side(side.says(), lines(side.claims(), side.literature())))
            .toList(),
        conflict.reading());
  }

  /** The title of an article or publication, with who wrote it. */
  public String title(String source) {
    Source known = knowledge.sources().get(source);
    return known == null ? source : known.citation();
  }

  public Trace.Line line(Claim claim) {
    Source source = knowledge.sources().get(claim.source());
    return new Trace.Line(
        claim.id(),
        sentence(claim.statement()),
        title(claim.source()),
        source == null ? Grade.C : source.grade(),
        pages + claim.id());
  }

  public Trace.Line line(LiteratureFact fact) {
    return new Trace.Line(
        fact.id(),
        sentence(fact.statement()),
        title(fact.source()),
        fact.grade(),
        pages + fact.id());
  }

  private List<Trace.Line> lines(List<String> claims, List<String> literature) {
    return Stream.concat(
            claims.stream().map(knowledge.claims()::get).filter(Objects::nonNull).map(this::line),
            literature.stream()
                .map(knowledge.literature()::get)
                .filter(Objects::nonNull)
                .map(this::line))
        .toList();
  }

  private static String sentence(String words) {
    return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
  }
}
