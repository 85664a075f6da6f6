package org.percuta.clinic.quotes;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.knowledge.Dates;
import org.percuta.clinic.patients.Patient;
import org.percuta.clinic.patients.PatientBanner;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.web.Form;
import org.percuta.clinic.screening.Goals;
import org.springframework.stereotype.Component;

/** Makes what the pages of quotes and packages show. */
@Component
class QuotePages {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final Patients patients;
  private final Quotes quotes;
  private final QuoteRepository repository;
  private final SourcedPrices sourced;
  private final Goals goals;

  QuotePages(
      Patients patients,
      Quotes quotes,
      QuoteRepository repository,
      SourcedPrices sourced,
      Goals goals) {
    this.patients = patients;
    this.quotes = quotes;
    this.repository = repository;
    this.sourced = sourced;
    this.goals = goals;
  }

  record Line(
      UUID id, String number, String what, String total, String until, String state, String tag) {}

  record Movement(String what, String why, String change, int left, String by) {}

  /** A package as counted now. */
  record Balance(
      int bought,
      int credited,
      int returned,
      int used,
      int left,
      int uncovered,
      List<Movement> movements) {}

  record ListPage(
      PatientBanner banner,
      String goal,
      String address,
      boolean open,
      List<Line> lines,
      @Nullable Balance balance,
      Form form) {

    Map<String, String> kinds() {
      return options("RETURN", "Return sessions", "CREDIT", "Credit sessions");
    }
  }

  /** One thing that can be ticked. */
  record Choice(String field, String words) {}

  /**
   * @param missing why there is no price, empty when there is one
   * @param seen stands for what is shown, so that nothing else is offered
   */
  record DraftPage(
      PatientBanner banner,
      String goal,
      String address,
      Form form,
      List<Choice> extras,
      String missing,
      @Nullable Quote quote,
      String seen,
      Map<String, String> fields,
      List<SourcedPrices.Side> sides) {

    Map<String, String> kinds() {
      return options(
          Quote.Kind.SINGLE.name(), Quote.Kind.SINGLE.word(),
          Quote.Kind.PACKAGE.name(), Quote.Kind.PACKAGE.word());
    }
  }

  record Payment(String on, String how, String by) {}

  record OnePage(
      PatientBanner banner,
      String goal,
      String address,
      UUID id,
      Quote quote,
      String clinic,
      String offered,
      String until,
      String priced,
      String state,
      String tag,
      boolean answerable,
      boolean declinable,
      boolean payable,
      String answer,
      String seal,
      boolean intact,
      List<Payment> payments,
      List<SourcedPrices.Side> sides,
      Form form) {}

  /** Two choices in the order they are shown. */
  private static Map<String, String> options(
      String first, String firstWords, String second, String secondWords) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(first, firstWords);
    options.put(second, secondWords);
    return options;
  }

  ListPage list(Actor actor, Patient patient, PatientCourse course, Form form) {
    LocalDate today = patients.today(actor);
    Ledger ledger = quotes.ledger(course);
    return new ListPage(
        patients.banner(actor, patient),
        goals.words(course.goal()),
        QuoteController.address(course),
        course.state().isOpen(),
        repository.list(course.id()).stream().map(one -> line(one, today)).toList(),
        ledger.isEmpty() ? null : balance(ledger, actor.zone()),
        form);
  }

  private static Line line(Quote.Stored stored, LocalDate today) {
    Quote quote = stored.quote();
    Quote.State state = stored.stateOn(today);
    return new Line(
        stored.id(),
        quote.number(),
        quote.sessions()
            + (quote.sessions() == 1 ? " session, " : " sessions, ")
            + quote.kind().word().toLowerCase(Locale.ROOT),
        quote.bill().total().words(),
        Dates.day(quote.validUntil()),
        stored.intact() ? state.word() : "Seal broken",
        stored.intact() ? state.tag() : "brick");
  }

  private static Balance balance(Ledger ledger, ZoneId zone) {
    return new Balance(
        ledger.bought(),
        ledger.credited(),
        ledger.returned(),
        ledger.used(),
        ledger.left(),
        ledger.uncovered(),
        ledger.movements().stream()
            .map(one ->
                new Movement(
                    one.what(),
                    one.why(),
                    one.change() > 0
                        ? "+" + one.change()
                        : one.change() < 0 ? "−" + -one.change() : "0",
                    one.left(),
                    one.at() == null ? "" : one.by() + ", " + AT.format(one.at().atZone(zone))))
            .toList());
  }

  /** Reads what was asked for; what was not said is filled from the course and the price list. */
  DraftPage draft(Actor actor, Patient patient, PatientCourse course, Map<String, String> given) {
    LocalDate today = patients.today(actor);
    Map<String, String> typed = new HashMap<>(given);
    typed.putIfAbsent("kind", Quote.Kind.SINGLE.name());
    typed.putIfAbsent("sessions", String.valueOf(Math.max(1, Quotes.planned(course))));
    typed.putIfAbsent("pricedOn", today.toString());
    Form form = Form.of(typed);
    LocalDate pricedOn = day(form, "pricedOn", "the day of the prices", today, today.plusYears(2));
    Quotes.Basis basis = quotes.basis(course.goal(), pricedOn);
    if (basis instanceof Quotes.Basis.Found found && !typed.containsKey("until")) {
      typed.put("until", today.plusDays(found.list().validDays()).toString());
      Form filled = Form.of(typed);
      form.faults().forEach(filled::reject);
      form = filled;
    }
    Optional<Quote.Kind> kind = form.choice("kind", "how it is paid for", Quote.Kind.class);
    Optional<Integer> sessions = Amounts.count(form, "sessions", 1, PriceList.MOST_SESSIONS);
    if (sessions.isEmpty()) {
      form.reject("sessions", "Enter how many sessions.");
    }
    if (!course.state().isOpen()) {
      form.reject("sessions", "The course has ended, so there is nothing to quote.");
    }
    if (kind.isPresent() && kind.get() == Quote.Kind.PACKAGE && sessions.orElse(2) < 2) {
      form.reject("sessions", "A package has at least two sessions.");
    }
    return switch (basis) {
      case Quotes.Basis.Missing(String why) ->
          page(actor, patient, course, form, List.of(), why, null);
      case Quotes.Basis.Found found -> {
        LocalDate until = day(form, "until", "the last day", today, today.plusYears(1));
        List<Choice> choices = choices(found.list());
        Quote quote =
            form.isValid()
                ? quotes.draft(
                    actor,
                    course,
                    found,
                    new Quotes.Wish(
                        kind.orElseThrow(),
                        sessions.orElseThrow(),
                        pricedOn,
                        until,
                        ticked(form, choices)))
                : null;
        yield page(actor, patient, course, form, choices, "", quote);
      }
    };
  }

  private static LocalDate day(
      Form form, String field, String name, LocalDate least, LocalDate most) {
    Optional<LocalDate> day = form.day(field, name);
    if (day.isPresent() && (day.get().isBefore(least) || day.get().isAfter(most))) {
      form.reject(
          field,
          Dates.day(day.get())
              + " is outside "
              + Dates.day(least)
              + " to "
              + Dates.day(most)
              + ".");
      return least;
    }
    return day.orElse(least);
  }

  private static List<Choice> choices(PriceList list) {
    return IntStream.range(0, list.extras().size())
        .mapToObj(place -> {
          PriceList.Extra extra = list.extras().get(place);
          return new Choice(
              "extra-" + place,
              extra.name()
                  + ", "
                  + extra.amount().words()
                  + (extra.eachSession() ? " each session" : " once"));
        })
        .toList();
  }

  private static List<Integer> ticked(Form form, List<Choice> choices) {
    return IntStream.range(0, choices.size())
        .filter(place -> form.is(choices.get(place).field(), "yes"))
        .boxed()
        .toList();
  }

  private DraftPage page(
      Actor actor,
      Patient patient,
      PatientCourse course,
      Form form,
      List<Choice> extras,
      String missing,
      @Nullable Quote quote) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : new String[] {"kind", "sessions", "pricedOn", "until"}) {
      fields.put(name, form.value(name));
    }
    extras.stream()
        .map(Choice::field)
        .filter(field -> form.is(field, "yes"))
        .forEach(field -> fields.put(field, "yes"));
    return new DraftPage(
        patients.banner(actor, patient),
        goals.words(course.goal()),
        QuoteController.address(course),
        form,
        extras,
        missing,
        quote,
        quote == null ? "" : seen(quote),
        fields,
        sourced.sides());
  }

  private static String seen(Quote quote) {
    List<Object> shown =
        new ArrayList<>(
            List.of(
                quote.priceVersion(),
                quote.kind(),
                quote.sessions(),
                quote.optional(),
                quote.optionalEach(),
                quote.validUntil(),
                quote.bill(),
                quote.compared()));
    return HexFormat.of()
        .formatHex(Quote.sha256(shown.toString().getBytes(StandardCharsets.UTF_8)));
  }

  OnePage one(Actor actor, Patient patient, PatientCourse course, Quote.Stored stored, Form form) {
    Quote quote = stored.quote();
    Quote.State state = stored.stateOn(patients.today(actor));
    Quote.Answer answer = stored.answer();
    return new OnePage(
        patients.banner(actor, patient),
        goals.words(course.goal()),
        QuoteController.address(course),
        stored.id(),
        quote,
        actor.clinicName(),
        Dates.day(quote.offeredOn()),
        Dates.day(quote.validUntil()),
        Dates.day(quote.pricedOn()),
        stored.intact() ? state.word() : "Seal broken",
        stored.intact() ? state.tag() : "brick",
        stored.intact() && state instanceof Quote.State.Open,
        stored.intact()
            && (state instanceof Quote.State.Open || state instanceof Quote.State.Expired),
        stored.intact() && state instanceof Quote.State.Accepted,
        answer == null
            ? ""
            : state.word()
                + " on "
                + Dates.day(answer.on())
                + ", noted by "
                + answer.by()
                + (answer.note().isEmpty() ? "" : ": " + answer.note()),
        stored.seal(),
        stored.intact(),
        repository.listPayments(stored.id()).stream()
            .map(one -> new Payment(Dates.day(one.on()), one.how(), one.by()))
            .toList(),
        sourced.sides(),
        form);
  }
}
