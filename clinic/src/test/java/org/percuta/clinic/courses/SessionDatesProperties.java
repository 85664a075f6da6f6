package org.percuta.clinic.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.percuta.clinic.courses.SessionDates.Move;
import org.percuta.clinic.courses.SessionDates.Placed;
import org.percuta.clinic.courses.SessionDates.Slot;
import org.percuta.quantity.Interval;

class SessionDatesProperties {

  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final Interval FLOOR = Interval.weeks(4);
  private static final Interval TARGET = Interval.weeks(6);
  private static final SessionDates.FirstPermitted ALWAYS = (_, from) -> Optional.of(from);

  /** A course as planned, one of its sessions, and a date somewhere around it. */
  record Wish(List<Slot> slots, int number, LocalDate to) {}

  @Property
  void noSessionIsEverNearerToTheOneBeforeThanTheShortestInterval(@ForAll("wishes") Wish wish) {
    if (move(wish, ALWAYS) instanceof Move.Moved(List<Placed> placed)) {
      LocalDate before = null;
      for (LocalDate date : after(wish, placed)) {
        if (before != null) {
          assertThat(date).isAfterOrEqualTo(FLOOR.after(before));
        }
        before = date;
      }
    }
  }

  @Property
  void theMovedSessionStandsWhereItWasAskedForAndThoseBeforeItStay(@ForAll("wishes") Wish wish) {
    if (move(wish, ALWAYS) instanceof Move.Moved(List<Placed> placed)) {
      assertThat(placed.getFirst().number()).isEqualTo(wish.number());
      assertThat(placed.getFirst().date()).isEqualTo(wish.to());
      assertThat(placed).allMatch(one -> one.number() >= wish.number());
    }
  }

  @Property
  void movingToWhereItIsMovesNothing(@ForAll("wishes") Wish wish) {
    Slot slot = wish.slots().get(wish.number() - 1);
    Move move = move(new Wish(wish.slots(), wish.number(), slot.date()), ALWAYS);
    assertThat(move).isInstanceOf(Move.Moved.class);
    if (move instanceof Move.Moved(List<Placed> placed)) {
      assertThat(placed)
          .allSatisfy(
              one -> assertThat(one.date()).isEqualTo(wish.slots().get(one.number() - 1).date()));
    }
  }

  @Property
  void aSessionMovesNoFurtherThanItHasTo(@ForAll("wishes") Wish wish) {
    if (move(wish, ALWAYS) instanceof Move.Moved(List<Placed> placed)) {
      for (Placed one : placed.subList(1, placed.size())) {
        LocalDate old = wish.slots().get(one.number() - 1).date();
        boolean fits = !old.isBefore(one.earliest()) && !old.isAfter(one.latest());
        assertThat(one.date())
            .isEqualTo(fits ? old : old.isBefore(one.earliest()) ? one.earliest() : one.latest());
      }
    }
  }

  @Property
  void everyLaterSessionIsOnAPermittedDate(@ForAll("wishes") Wish wish) {
    // Only every fifth day of the month is permitted.
    SessionDates.FirstPermitted seldom =
        (_, from) ->
            from.datesUntil(from.plusDays(40)).filter(SessionDatesProperties::fifth).findFirst();
    if (move(wish, seldom) instanceof Move.Moved(List<Placed> placed)) {
      assertThat(placed.subList(1, placed.size())).allMatch(one -> fifth(one.date()));
    }
  }

  @Property
  void whatIsTooSoonIsRefusedWithTheDateFromWhichItWouldNotBe(@ForAll("wishes") Wish wish) {
    boolean tooSoon =
        wish.number() > 1
            && wish.to().isBefore(FLOOR.after(wish.slots().get(wish.number() - 2).date()));
    assertThat(move(wish, ALWAYS) instanceof Move.Refused).isEqualTo(tooSoon);
  }

  @Property
  void whatWasHeldStays(@ForAll("wishes") Wish wish) {
    List<Slot> slots = new ArrayList<>(wish.slots());
    Slot slot = slots.get(wish.number() - 1);
    slots.set(wish.number() - 1, new Slot(slot.number(), slot.date(), true));
    assertThat(SessionDates.move(slots, wish.number(), wish.to(), FLOOR, TARGET, ALWAYS))
        .isInstanceOf(Move.Refused.class);
  }

  @Provide
  Arbitrary<Wish> wishes() {
    Arbitrary<List<Integer>> gaps =
        Arbitraries.integers().between(28, 42).list().ofMinSize(0).ofMaxSize(6);
    return gaps.flatMap(days -> {
      List<Slot> slots = new ArrayList<>();
      slots.add(new Slot(1, START, false));
      for (int gap : days) {
        slots.add(new Slot(slots.size() + 1, slots.getLast().date().plusDays(gap), false));
      }
      return Combinators.combine(
              Arbitraries.integers().between(1, slots.size()),
              Arbitraries.integers().between(-60, 120))
          .as((number, shift) ->
              new Wish(slots, number, slots.get(number - 1).date().plusDays(shift)));
    });
  }

  private static Move move(Wish wish, SessionDates.FirstPermitted permitted) {
    return SessionDates.move(wish.slots(), wish.number(), wish.to(), FLOOR, TARGET, permitted);
  }

  private static List<LocalDate> after(Wish wish, List<Placed> placed) {
    List<LocalDate> dates = new ArrayList<>();
    wish.slots().stream()
        .filter(slot -> slot.number() < wish.number())
        .forEach(slot -> dates.add(slot.date()));
    placed.forEach(one -> dates.add(one.date()));
    return dates;
  }

  private static boolean fifth(LocalDate date) {
    return date.getDayOfMonth() % 5 == 0;
  }
}
