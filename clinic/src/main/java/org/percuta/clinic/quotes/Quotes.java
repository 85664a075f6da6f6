package org.percuta.clinic.quotes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.audit.Audit;
import org.percuta.clinic.courses.CourseSession;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.errors.NotFound;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.screening.Goals;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.plan.ClinicPrice;
import org.springframework.stereotype.Service;

/** Makes quotes, takes answers, keeps packages; call within a clinic transaction. */
@Service
class Quotes {

  private final PriceRepository prices;
  private final QuoteRepository repository;
  private final SourcedPrices sourced;
  private final org.percuta.protocol.plan.Quotes nearest;
  private final Goals goals;
  private final Patients patients;
  private final Audit audit;
  private final Clock clock;

  Quotes(
      PriceRepository prices,
      QuoteRepository repository,
      SourcedPrices sourced,
      Knowledge knowledge,
      Goals goals,
      Patients patients,
      Audit audit,
      Clock clock) {
    this.prices = prices;
    this.repository = repository;
    this.sourced = sourced;
    this.nearest = org.percuta.protocol.plan.Quotes.of(knowledge);
    this.goals = goals;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param extras places in the price list's extras
   */
  record Wish(
      Quote.Kind kind,
      int sessions,
      LocalDate pricedOn,
      LocalDate validUntil,
      List<Integer> extras) {}

  /** The list and the one price that fit a course on a day, or what is missing. */
  sealed interface Basis {

    record Found(PriceList list, ClinicPrice price) implements Basis {}

    /** Nothing to quote from; in words. */
    record Missing(String why) implements Basis {}
  }

  /** Finds the price of the clinic; a missing one is asked for, never taken from elsewhere. */
  Basis basis(Goal goal, LocalDate day) {
    Optional<PriceList> list = prices.on(day);
    if (list.isEmpty()) {
      return new Basis.Missing(
          "There is no price list for " + Dates.day(day) + ". The owner enters it under Prices.");
    }
    List<ClinicPrice> fitting = nearest.nearest(goal, list.get().prices());
    if (fitting.isEmpty()) {
      return new Basis.Missing(
          "The price list of "
              + Dates.day(list.get().validFrom())
              + " has no price for "
              + goals.words(goal)
              + ". The owner enters it under Prices.");
    }
    if (fitting.size() > 1) {
      return new Basis.Missing(
          "More than one price fits "
              + goals.words(goal)
              + " equally well. The owner enters one for this very place under Prices.");
    }
    return new Basis.Found(list.get(), fitting.getFirst());
  }

  /** Sessions still to be held that are not optional. */
  static int planned(PatientCourse course) {
    return (int)
        course.sessions().stream().filter(one -> one.isPlanned() && !one.optional()).count();
  }

  static int optional(PatientCourse course) {
    return (int)
        course.sessions().stream().filter(one -> one.isPlanned() && one.optional()).count();
  }

  /** The quote as it would be offered now, without a number; nothing is stored. */
  Quote draft(Actor actor, PatientCourse course, Basis.Found basis, Wish wish) {
    PriceList list = basis.list();
    List<PriceList.Extra> extras =
        wish.extras().stream()
            .filter(place -> place < list.extras().size())
            .map(list.extras()::get)
            .toList();
    Money perSession = list.money(basis.price());
    Bill bill =
        Bill.of(
            new Bill.Order(
                "Microneedling session: " + goals.words(course.goal()),
                perSession,
                wish.sessions(),
                extras,
                wish.kind() == Quote.Kind.PACKAGE
                    ? list.discounts(basis.price(), wish.sessions())
                    : List.of(),
                list.tax()));
    Money optionalEach =
        Bill.of(
                new Bill.Order(
                    "One more session",
                    perSession,
                    1,
                    extras.stream().filter(PriceList.Extra::eachSession).toList(),
                    List.of(),
                    list.tax()))
            .total();
    LocalDate today = patients.today(actor);
    return new Quote(
        course.patient(),
        course.id(),
        today.getYear(),
        0,
        wish.kind(),
        goals.words(course.goal()),
        list.version(),
        wish.pricedOn(),
        today,
        wish.validUntil(),
        wish.sessions(),
        optional(course),
        optionalEach,
        bill,
        sourced.compared(),
        actor.name(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Numbers, seals and stores it. */
  UUID offer(Actor actor, Patient patient, Quote draft) {
    repository.lock();
    Quote quote = numbered(draft, repository.nextSerial(draft.year()));
    byte[] document = QuoteDocument.pdf(quote, actor.clinicName(), patient);
    byte[] seal = quote.seal(Quote.sha256(document));
    UUID id = repository.insert(quote, document, seal);
    // The seal is in the audit's chain as well: whoever changes quote and seal changes not that.
    audit.record(
        actor,
        Audit.Action.CREATE,
        "quote:" + id,
        patient.id(),
        quote.number() + " sha256 " + HexFormat.of().formatHex(seal));
    return id;
  }

  private static Quote numbered(Quote draft, int serial) {
    return new Quote(
        draft.patient(),
        draft.course(),
        draft.year(),
        serial,
        draft.kind(),
        draft.about(),
        draft.priceVersion(),
        draft.pricedOn(),
        draft.offeredOn(),
        draft.validUntil(),
        draft.sessions(),
        draft.optional(),
        draft.optionalEach(),
        draft.bill(),
        draft.compared(),
        draft.by(),
        draft.at());
  }

  Quote.Stored get(UUID course, UUID quote) {
    return repository.find(course, quote).orElseThrow(() -> new NotFound("quote"));
  }

  /** Writes down what the patient said; why not, when it cannot be. */
  Optional<String> answer(
      Actor actor, PatientCourse course, Quote.Stored stored, Quote.Reply reply, String note) {
    LocalDate today = patients.today(actor);
    Optional<String> refusal = refusal(stored, reply, today);
    if (refusal.isPresent()) {
      return refusal;
    }
    repository.lock();
    Instant now = clock.instant();
    if (!repository.insert(stored.id(), new Quote.Answer(reply, note, today, actor.name()), now)) {
      return Optional.of("Somebody else wrote down an answer first. Open the quote again.");
    }
    audit.record(
        actor, Audit.Action.CHANGE, "quote:" + stored.id(), course.patient(), reply.name());
    Quote quote = stored.quote();
    if (reply == Quote.Reply.ACCEPTED && quote.kind() == Quote.Kind.PACKAGE) {
      write(
          actor,
          course,
          stored.id(),
          new Ledger.Entry(
              Ledger.Kind.BOUGHT,
              quote.sessions(),
              (int) course.held(),
              "Quote " + quote.number(),
              actor.name(),
              now));
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(Quote.Stored stored, Quote.Reply reply, LocalDate today) {
    if (!stored.intact()) {
      return Optional.of(
          "It no longer matches its seal, so it counts for nothing. Make a new one.");
    }
    return switch (stored.stateOn(today)) {
      case Quote.State.Open _ -> Optional.empty();
      case Quote.State.Accepted _ -> Optional.of("It was accepted already.");
      case Quote.State.Declined _ -> Optional.of("It was declined already. Make a new one.");
      case Quote.State.Expired(LocalDate after) ->
          reply == Quote.Reply.DECLINED
              ? Optional.empty()
              : Optional.of("It counted until " + Dates.day(after) + ". Make a new one.");
    };
  }

  void paid(Actor actor, PatientCourse course, UUID quote, LocalDate on, String how) {
    repository.insert(quote, new QuoteRepository.Payment(on, how, actor.name()), clock.instant());
    audit.record(actor, Audit.Action.ADD, "quote:" + quote, course.patient(), "payment");
  }

  Ledger ledger(PatientCourse course) {
    List<CourseSession> held =
        course.sessions().stream().filter(one -> one.state() == CourseSession.State.HELD).toList();
    return new Ledger(
        repository.listEntries(course.id()),
        held.stream()
            .map(one -> "Session " + one.number() + ", held " + Dates.day(one.planned()))
            .toList());
  }

  /** Adds a credit or a return; why not, when it cannot be. */
  Optional<String> enter(
      Actor actor, PatientCourse course, Ledger.Kind kind, int sessions, String reason) {
    repository.lock();
    Optional<String> refusal = ledger(course).refusal(kind, sessions);
    if (refusal.isEmpty()) {
      write(
          actor,
          course,
          null,
          new Ledger.Entry(
              kind, sessions, (int) course.held(), reason, actor.name(), clock.instant()));
    }
    return refusal;
  }

  private void write(Actor actor, PatientCourse course, @Nullable UUID quote, Ledger.Entry entry) {
    repository.insert(course.id(), quote, entry);
    audit.record(
        actor,
        Audit.Action.ADD,
        "package:" + course.id(),
        course.patient(),
        entry.kind() + " " + entry.sessions());
  }
}
