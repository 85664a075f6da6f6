package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.appointments.Appointment;
import org.percuta.clinic.appointments.Appointments;
import org.percuta.clinic.appointments.Booking;
import org.percuta.clinic.appointments.VisitLength;
import org.percuta.clinic.platform.security.Actor;

/** Books a place for somebody and plays what becomes of it: they come, cancel, or stay away. */
@DemoComponent
class Visits {

  private static final int DAYS_TRIED = 21;
  private static final double MISSED = 0.05;
  private static final double CANCELLED = 0.12;

  private final Appointments appointments;

  Visits(Appointments appointments) {
    this.appointments = appointments;
  }

  /**
   * What somebody needs a place for.
   *
   * @param course of a session; absent for others
   * @param from the first day they can come
   * @param who one of them treats
   */
  record Wanted(
      Appointment.Kind kind,
      @Nullable UUID course,
      int session,
      LocalDate from,
      List<Actor> who,
      VisitLength length) {}

  /**
   * Books the first free place that the protocol permits.
   *
   * @param held told at the end of the visit, with who treated
   * @param again told when somebody cancelled or did not come
   * @return whether there was one
   */
  boolean book(Story story, Person person, Wanted wanted, Consumer<Actor> held, Runnable again) {
    for (LocalDate day : story.diary().days(wanted.from(), DAYS_TRIED)) {
      Optional<Diary.Place> free =
          story
              .diary()
              .take(
                  person.chance(),
                  wanted.who(),
                  day,
                  wanted.length().minutes(),
                  wanted.kind() == Appointment.Kind.SESSION);
      if (free.isPresent()) {
        Diary.Place place = free.get();
        Booking booking = booking(person, wanted, place);
        if (appointments.book(story.cast().desk(), booking)
            instanceof Appointments.Result.Booked(UUID id)) {
          play(story, person, wanted, place, id, held, again);
          return true;
        }
      }
    }
    return false;
  }

  private static Booking booking(Person person, Wanted wanted, Diary.Place place) {
    return new Booking(
        person.id(),
        wanted.kind(),
        wanted.course(),
        wanted.session(),
        place.day(),
        place.time(),
        place.practitioner().id(),
        place.room(),
        place.device(),
        wanted.length(),
        "");
  }

  private void play(
      Story story,
      Person person,
      Wanted wanted,
      Diary.Place place,
      UUID id,
      Consumer<Actor> held,
      Runnable again) {
    LocalDateTime start = place.day().atTime(place.time());
    LocalDateTime end = start.plusMinutes(wanted.length().minutes());
    Actor desk = story.cast().desk();
    double fate = person.chance().nextDouble();
    if (fate < MISSED) {
      story.at(
          start.plusMinutes(20),
          () -> {
            become(desk, id, person, 1, Appointment.State.MISSED);
            story.at(story.playing().plusDays(1), again);
          });
    } else if (fate < CANCELLED) {
      story.at(
          start.minusHours(20),
          () -> {
            become(desk, id, person, 1, Appointment.State.CANCELLED);
            again.run();
          });
    } else {
      story.at(start.minusMinutes(5), () -> become(desk, id, person, 1, Appointment.State.ARRIVED));
      story.at(
          end,
          () -> {
            become(place.practitioner(), id, person, 2, Appointment.State.DONE);
            held.accept(place.practitioner());
          });
    }
  }

  private void become(
      Actor actor, UUID appointment, Person person, int version, Appointment.State state) {
    if (!appointments.setState(actor, appointment, person.id(), version, state)) {
      throw new IllegalStateException(
          "Appointment " + appointment + " could not become " + state + " from " + version + ".");
    }
  }
}
