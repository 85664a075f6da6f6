package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.percuta.clinic.appointments.AppointmentBook;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.springframework.stereotype.Component;

/**
 * Plans everything of a clinic once a day, and so finds what changed without a word: knowledge,
 * settings, what is known of a patient.
 */
@Component
class DailyPlan {

  private static final int AT_FULL_SPEED = 500;
  private static final Duration BETWEEN = Duration.ofMillis(10);

  private final MessagePlan plan;
  private final PlannedMessages queued;
  private final Courses courses;
  private final AppointmentBook appointments;
  private final Apart apart;
  private final ClinicTransactions transactions;
  private final Clock clock;
  private final Map<ClinicId, LocalDate> planned = new ConcurrentHashMap<>();

  DailyPlan(
      MessagePlan plan,
      PlannedMessages queued,
      Courses courses,
      AppointmentBook appointments,
      Apart apart,
      ClinicTransactions transactions,
      Clock clock) {
    this.plan = plan;
    this.queued = queued;
    this.courses = courses;
    this.appointments = appointments;
    this.apart = apart;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Plans the actor's clinic in a transaction for each subject, unless it did so today. */
  void plan(Actor actor, ZoneId zone) {
    ClinicId clinic = actor.clinic();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (today.equals(planned.get(clinic))) {
      return;
    }
    List<UUID> ofCourses =
        transactions.in(clinic, () -> union(courses.listUnderWay(), queued.listWaitingCourses()));
    gently(ofCourses, id -> transactions.in(clinic, () -> plan.course(actor, id)));
    List<UUID> ofAppointments =
        transactions.in(
            clinic,
            () -> union(appointments.listAhead(clock.instant()), queued.listWaitingAppointments()));
    gently(ofAppointments, id -> transactions.in(clinic, () -> plan.appointment(actor, id, false)));
    planned.put(clinic, today);
  }

  /** Plans everything of a clinic anew at the next look, because its settings changed. */
  void again(ClinicId clinic) {
    planned.remove(clinic);
  }

  /** A large clinic's day must not take the machine from the people who work meanwhile. */
  private void gently(List<UUID> ids, Function<UUID, Boolean> work) {
    for (int done = 0; done < ids.size(); done++) {
      UUID id = ids.get(done);
      apart.run(id, () -> work.apply(id));
      if (done > AT_FULL_SPEED) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<UUID> union(List<UUID> one, List<UUID> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
