package org.percuta.clinic.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.signin.VisitLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

  private static final int AT_ONCE = 100;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));
  private static final String LAPSED =
      "Percuta or its connection ended while this was being sent. It may have been sent.";

  private final MessageQueue queue;
  private final MessagePreferences preferences;
  private final MessagePlan plan;
  private final DailyPlan daily;
  private final Apart apart;
  private final Mailer mailer;
  private final MailSettings settings;
  private final VisitLinks links;
  private final ClinicTransactions transactions;
  private final JdbcClient sql;
  private final Audit audit;
  private final Clock clock;

  /** What the mail server answered and the database has not taken yet. */
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  MessageDelivery(
      MessageQueue queue,
      MessagePreferences preferences,
      MessagePlan plan,
      DailyPlan daily,
      Apart apart,
      Mailer mailer,
      MailSettings settings,
      VisitLinks links,
      ClinicTransactions transactions,
      JdbcClient sql,
      Audit audit,
      Clock clock) {
    this.queue = queue;
    this.preferences = preferences;
    this.plan = plan;
    this.daily = daily;
    this.apart = apart;
    this.mailer = mailer;
    this.settings = settings;
    this.links = links;
    this.transactions = transactions;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  private record Clinic(ClinicId id, ZoneId zone) {}

  private record Answer(Outgoing message, Sending sending) {}

  /**
   * @return how many messages were handed to the mail server
   */
  int look() {
    storeAnswers();
    int sent = 0;
    for (Clinic clinic : clinics()) {
      Actor actor = Actor.system(clinic.id(), "Messages");
      daily.plan(actor, clinic.zone());
      transactions.run(clinic.id(), () -> close(actor));
      if (mailer.isSet()) {
        sent += send(actor);
      }
    }
    return sent;
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

  /** Closes what is over; within a clinic transaction. */
  void close(Actor actor) {
    Instant now = clock.instant();
    for (MessageQueue.Closed one : queue.lapse(now.minus(PATIENCE), LAPSED, now)) {
      audit.record(
          actor, Audit.Action.CHANGE, "message:" + one.id(), one.patient(), "may have been sent");
    }
    for (MessageQueue.Closed one : queue.expire(now)) {
      audit.record(
          actor, Audit.Action.CHANGE, "message:" + one.id(), one.patient(), "too late, not sent");
    }
  }

  private int send(Actor actor) {
    int sent = 0;
    List<MessageQueue.Candidate> candidates =
        transactions.in(actor.clinic(), () -> queue.listSendable(clock.instant(), AT_ONCE));
    for (MessageQueue.Candidate candidate : candidates) {
      Optional<Outgoing> claimed =
          apart
              .run(
                  candidate.id(),
                  () -> transactions.in(actor.clinic(), () -> claim(actor, candidate)))
              .flatMap(one -> one);
      if (claimed.isPresent()) {
        answers.add(new Answer(claimed.get(), hand(claimed.get())));
        storeAnswers();
        sent++;
      }
    }
    return sent;
  }

  /**
   * Takes a message for this worker, after making sure that it is still right. Empty when it is
   * not, when another has it, or when it is night where the patient is.
   */
  Optional<Outgoing> claim(Actor actor, MessageQueue.Candidate candidate) {
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
    return queue
        .lockSendable(candidate.id(), now)
        .flatMap(message -> {
          Addressee to = preferences.addressee(message.patient());
          if (message.kind() != MessageKind.LINK && !to.hours().isOpen(now, to.zone())) {
            Instant next = to.hours().next(now, to.zone());
            if (next.isBefore(message.usefulUntil())) {
              queue.postpone(message.id(), next);
            }
            return Optional.empty();
          }
          queue.setSending(message.id(), message.email(), now);
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

  /**
   * An answer is not lost when the database is away: it is kept until the next look, and nothing
   * else is sent before it is stored.
   */
  private void storeAnswers() {
    for (Answer one = answers.peek(); one != null; one = answers.peek()) {
      Answer answer = one;
      transactions.run(answer.message().clinic(), () -> store(answer.message(), answer.sending()));
      answers.remove(answer);
    }
  }

  private void store(Outgoing message, Sending sending) {
    Instant now = clock.instant();
    boolean last = message.tries() >= TRIES;
    switch (sending) {
      case Sending.Sent _ ->
          queue.finish(message.id(), message.tries(), MessageState.SENT, "", now, now);
      case Sending.Unsure(String why) ->
          queue.finish(message.id(), message.tries(), MessageState.UNSURE, why, now, now);
      case Sending.Refused(String why) ->
          queue.finish(message.id(), message.tries(), MessageState.FAILED, why, now, now);
      case Sending.Later(String why) ->
          queue.finish(
              message.id(),
              message.tries(),
              last ? MessageState.FAILED : MessageState.WAITING,
              why + (last ? " Tried " + TRIES + " times." : ""),
              last ? now : now.plus(PAUSES.get(message.tries() - 1)),
              now);
    }
  }
}
