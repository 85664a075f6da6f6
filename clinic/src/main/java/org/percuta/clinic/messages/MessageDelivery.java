package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.percuta.clinic.appointments.AppointmentBook;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.signin.VisitLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * One look at the queue: closes what is over, sends what is due. Every clinic is visited in
 * transactions of its own, as row-level security has it; several nodes may look at the same time.
 *
 * <p>A message is marked as being sent before the mail server gets it, and as sent afterwards. A
 * process that ends in between leaves it marked; after {@link #PATIENCE} it is shown as doubtful
 * and a person decides, because nobody can ask a mail server what it has taken over.
 */
@Component
class MessageDelivery {

  /** Far longer than sending may take; who is not back by then is gone. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** After so many claims without success a person has to look. */
  static final int TRIES = 6;

  private static final Logger LOG = LoggerFactory.getLogger(MessageDelivery.class);
  private static final int AT_ONCE = 100;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));
  private static final int AT_FULL_SPEED = 500;
  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final int FINISHING = 5;
  private static final Duration FINISHING_PAUSE = Duration.ofSeconds(2);
  private static final String LAPSED =
      "Percuta or its connection ended while this was being sent. It may have been sent.";

  private final MessageRepository repository;
  private final MessagePreferences preferences;
  private final MessagePlan plan;
  private final Mailer mailer;
  private final MailSettings settings;
  private final VisitLinks links;
  private final Courses courses;
  private final AppointmentBook appointments;
  private final ClinicTransactions transactions;
  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;
  private final Map<ClinicId, LocalDate> planned = new ConcurrentHashMap<>();

  MessageDelivery(
      MessageRepository repository,
      MessagePreferences preferences,
      MessagePlan plan,
      Mailer mailer,
      MailSettings settings,
      VisitLinks links,
      Courses courses,
      AppointmentBook appointments,
      ClinicTransactions transactions,
      JdbcClient sql,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.preferences = preferences;
    this.plan = plan;
    this.mailer = mailer;
    this.settings = settings;
    this.links = links;
    this.courses = courses;
    this.appointments = appointments;
    this.transactions = transactions;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  private record Clinic(ClinicId id, ZoneId zone) {}

  /**
   * @return how many messages were handed to the mail server
   */
  int look() {
    int sent = 0;
    for (Clinic clinic : clinics()) {
      Actor actor = Actor.system(clinic.id(), "Messages");
      planDaily(actor, clinic);
      transactions.run(clinic.id(), () -> close(actor));
      if (mailer.isSet()) {
        sent += send(actor);
      }
    }
    return sent;
  }

  /** Plans everything of a clinic anew at the next look, because its settings changed. */
  void planAgain(ClinicId clinic) {
    planned.remove(clinic);
  }

  private List<Clinic> clinics() {
    // The names and ids of clinics are public; no row of theirs is read here.
    return sql.sql("select clinic_id, time_zone from clinic order by clinic_id")
        .query((row, number) ->
            new Clinic(
                new ClinicId(row.getObject("clinic_id", UUID.class)),
                ZoneId.of(row.getString("time_zone"))))
        .list();
  }

  /** Finds what changed without a word: knowledge, settings, what is known of a patient. */
  private void planDaily(Actor actor, Clinic clinic) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clinic.zone());
    if (today.equals(planned.get(clinic.id()))) {
      return;
    }
    List<UUID> ofCourses =
        transactions.in(
            clinic.id(), () -> union(courses.listUnderWay(), repository.listWaitingCourses()));
    gently(ofCourses, id -> transactions.in(clinic.id(), () -> plan.course(actor, id)));
    List<UUID> ofAppointments =
        transactions.in(
            clinic.id(),
            () ->
                union(
                    appointments.listAhead(clock.instant()), repository.listWaitingAppointments()));
    gently(
        ofAppointments,
        id -> transactions.in(clinic.id(), () -> plan.appointment(actor, id, false)));
    planned.put(clinic.id(), today);
  }

  /** A large clinic's day must not take the machine from the people who work meanwhile. */
  private static void gently(List<UUID> ids, Function<UUID, Boolean> work) {
    for (int done = 0; done < ids.size(); done++) {
      UUID id = ids.get(done);
      apart(id, () -> work.apply(id));
      if (done > AT_FULL_SPEED) {
        pause(BETWEEN);
      }
    }
  }

  private static List<UUID> union(List<UUID> one, List<UUID> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** What is wrong with one must not keep the others from their messages. */
  private static <T> Optional<T> apart(UUID id, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Messages on {} could not be worked out.", id, e);
      return Optional.empty();
    }
  }

  /** Closes what is over; within a clinic transaction. */
  void close(Actor actor) {
    Instant now = clock.instant();
    for (MessageRepository.Closed one : repository.lapse(now.minus(PATIENCE), LAPSED, now)) {
      audit.record(
          actor, Audit.Action.CHANGE, "message:" + one.id(), one.patient(), "may have been sent");
    }
    for (MessageRepository.Closed one : repository.expire(now)) {
      audit.record(
          actor, Audit.Action.CHANGE, "message:" + one.id(), one.patient(), "too late, not sent");
    }
  }

  private int send(Actor actor) {
    int sent = 0;
    List<MessageRepository.Candidate> candidates =
        transactions.in(actor.clinic(), () -> repository.listSendable(clock.instant(), AT_ONCE));
    for (MessageRepository.Candidate candidate : candidates) {
      Optional<Outgoing> claimed =
          apart(
                  candidate.id(),
                  () -> transactions.in(actor.clinic(), () -> claim(actor, candidate)))
              .flatMap(one -> one);
      if (claimed.isPresent()) {
        finish(actor, claimed.get(), hand(claimed.get()));
        sent++;
      }
    }
    return sent;
  }

  /**
   * Takes a message for this worker, after making sure that it is still right. Empty when it is
   * not, when another has it, or when it is night where the patient is.
   */
  Optional<Outgoing> claim(Actor actor, MessageRepository.Candidate candidate) {
    UUID course = candidate.course();
    UUID appointment = candidate.appointment();
    boolean free =
        course != null
            ? plan.course(actor, course)
            : appointment == null || plan.appointment(actor, appointment, false);
    if (!free) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return repository
        .lockSendable(candidate.id(), now)
        .flatMap(message -> {
          Addressee to = preferences.addressee(message.patient());
          if (message.kind() != MessageKind.LINK && !to.hours().isOpen(now, to.zone())) {
            Instant next = to.hours().next(now, to.zone());
            if (next.isBefore(message.usefulUntil())) {
              repository.postpone(message.id(), next);
            }
            return Optional.empty();
          }
          repository.setSending(message.id(), message.email(), now);
          audit.record(
              actor,
              Audit.Action.CHANGE,
              "message:" + message.id(),
              message.patient(),
              "handed to the mail server");
          return Optional.of(
              new Outgoing(
                  actor.clinic(),
                  to.clinicName(),
                  message.id(),
                  message.patient(),
                  message.kind(),
                  message.email(),
                  message.subject(),
                  message.body(),
                  message.tries() + 1));
        });
  }

  /** A link is made when it is sent and kept nowhere. */
  private Sending hand(Outgoing message) {
    if (message.kind() != MessageKind.LINK) {
      return mailer.send(message, message.body());
    }
    if (settings.patientAddress().isEmpty()) {
      return new Sending.Refused(
          "The address of this application is not set: percuta.mail.address.");
    }
    String link = settings.patientAddress() + links.make(message.clinic(), message.patient());
    return mailer.send(message, message.body().replace(MessageWording.LINK, link));
  }

  /** The answer must not be lost to a short outage, so it is tried more than once. */
  private void finish(Actor actor, Outgoing message, Sending sending) {
    for (int tries = 1; ; tries++) {
      try {
        transactions.run(actor.clinic(), () -> store(message, sending));
        return;
      } catch (DataAccessException | TransactionException e) {
        if (tries == FINISHING) {
          throw e;
        }
        pause(FINISHING_PAUSE);
      }
    }
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(Outgoing message, Sending sending) {
    Instant now = clock.instant();
    boolean last = message.tries() >= TRIES;
    switch (sending) {
      case Sending.Sent _ ->
          repository.finish(message.id(), message.tries(), MessageState.SENT, "", now, now);
      case Sending.Unsure(String why) ->
          repository.finish(message.id(), message.tries(), MessageState.UNSURE, why, now, now);
      case Sending.Refused(String why) ->
          repository.finish(message.id(), message.tries(), MessageState.FAILED, why, now, now);
      case Sending.Later(String why) ->
          repository.finish(
              message.id(),
              message.tries(),
              last ? MessageState.FAILED : MessageState.WAITING,
              why + (last ? " Tried " + TRIES + " times." : ""),
              last ? now : now.plus(PAUSES.get(message.tries() - 1)),
              now);
    }
  }
}
