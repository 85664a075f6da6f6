package org.percuta.protocol.model;

import org.jspecify.annotations.Nullable;
import org.percuta.quantity.PartialDate;

/**
 * One thing said about one fact.
 *
 * @param fact id of the {@link FactDefinition}
 * @param site where; absent means it counts as at every site
 * @param since first day it was so
 * @param until last day it was so
 * @param last last use or exposure
 * @param supply whether prescribed or bought, if said
 * @param origin who said it
 * @param where where it was read, for example {@code intake.yaml:12} or {@code Condition/42}
 */
public record FactStatement(
    String fact,
    Answer answer,
    @Nullable String site,
    @Nullable PartialDate since,
    @Nullable PartialDate until,
    @Nullable PartialDate last,
    Condition.@Nullable Supply supply,
    Origin origin,
    String where) {

  /**
   * Who said it. An answer settles the question it answers; a record entry only tells what it
   * tells, and is silent about the rest.
   */
  public enum Origin {
    ANSWERED,
    RECORDED
  }

  public static FactStatement answered(String fact, Answer answer) {
    return new FactStatement(fact, answer, null, null, null, null, null, Origin.ANSWERED, "answer");
  }

  public FactStatement at(String newSite) {
    return new FactStatement(fact, answer, newSite, since, until, last, supply, origin, where);
  }

  public FactStatement during(@Nullable PartialDate newSince, @Nullable PartialDate newUntil) {
    return new FactStatement(fact, answer, site, newSince, newUntil, last, supply, origin, where);
  }

  public FactStatement lastOn(PartialDate newLast) {
    return new FactStatement(fact, answer, site, since, until, newLast, supply, origin, where);
  }

  public FactStatement supplied(Condition.Supply newSupply) {
    return new FactStatement(fact, answer, site, since, until, last, newSupply, origin, where);
  }
}
