package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.percuta.protocol.Items.course;
import static org.percuta.protocol.Items.price;
import static org.percuta.protocol.Items.statement;
import static org.percuta.protocol.plan.Practice.BURNS;
import static org.percuta.protocol.plan.Practice.ON;
import static org.percuta.protocol.plan.Practice.SCARS;
import static org.percuta.protocol.plan.Practice.person;
import static org.percuta.protocol.plan.Practice.yes;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Statement;

class QuotesTest {

  private static List<Quote> quotes(KnowledgeFixture fixture, Goal goal, ClinicPrice... prices) {
    Knowledge knowledge = fixture.build();
    Course course = CoursePlanner.of(knowledge).plan(person(), goal, ON);
    return Quotes.of(knowledge).quote(course, List.of(prices));
  }

  private static Quote quote(Goal goal, ClinicPrice... prices) {
    List<Quote> quotes = quotes(Practice.knowledge(), goal, prices);
    assertThat(quotes).hasSize(1);
    return quotes.getFirst();
  }

  private static MoneyRange money(String low, String high, String currency) {
    return new MoneyRange(new BigDecimal(low), new BigDecimal(high), currency);
  }

  private static ClinicPrice of(@Nullable String concern, @Nullable String site, String amount) {
    return new ClinicPrice(concern, site, new BigDecimal(amount), "EUR", null);
  }

  @Test
  void withoutAPriceListTheWidestSourcedRangeIsAnEstimateWithBothSides() {
    Quote quote = quote(SCARS);

    assertThat(quote.basis()).isEqualTo(Quote.Basis.SOURCED_ESTIMATE);
    assertThat(quote.basis().key()).isEqualTo("sourced-estimate");
    assertThat(quote.perSession()).isEqualTo(money("100", "900", "USD"));
    assertThat(quote.course()).isEqualTo(money("400", "3600", "USD"));
    assertThat(quote.sides()).extracting(Sourced::id).containsExactly("price-a", "price-b");
    assertThat(quote.prices()).isEmpty();
    assertThat(quote.discounted()).isNull();
    assertThat(quote.currency()).isEqualTo("USD");
  }

  @Test
  void theCourseRunsFromTheFewestSessionsToTheMost() {
    Quote quote = quote(BURNS);

    assertThat(quote.fewest()).isEqualTo(2);
    assertThat(quote.most()).isEqualTo(5);
    assertThat(quote.course()).isEqualTo(money("200", "4500", "USD"));
  }

  @Test
  void theClinicsPriceOverridesTheEstimate() {
    Quote quote = quote(SCARS, ClinicPrice.of("acne-scars", "cheeks", "249.50", "EUR"));

    assertThat(quote.basis()).isEqualTo(Quote.Basis.CLINIC_PRICE_LIST);
    assertThat(quote.basis().key()).isEqualTo("clinic-price-list");
    assertThat(quote.perSession()).isEqualTo(money("249.50", "249.50", "EUR"));
    assertThat(quote.course()).isEqualTo(money("998.00", "998.00", "EUR"));
    assertThat(quote.sides()).isEmpty();
    assertThat(quote.prices()).hasSize(1);
  }

  @Test
  void aPackageDiscountComesOffTheCourseAndIsShownBesideIt() {
    Quote quote =
        quote(BURNS, ClinicPrice.of("burn-scars", "face", "99.99", "EUR").discounted("0.125"));

    assertThat(quote.course()).isEqualTo(money("199.98", "499.95", "EUR"));
    assertThat(quote.discounted()).isEqualTo(money("174.98", "437.46", "EUR"));
  }

  @Test
  void ofTwoPricesEachKeepsItsOwnDiscount() {
    Quote quote =
        quote(
            SCARS,
            ClinicPrice.of("acne-scars", "cheeks", "100", "EUR").discounted("0.5"),
            ClinicPrice.of("acne-scars", "cheeks", "300", "EUR"));

    assertThat(quote.perSession()).isEqualTo(money("100", "300", "EUR"));
    assertThat(quote.discounted()).isEqualTo(money("200", "1200", "EUR"));
  }

  @Test
  void thePriceNearestToTheGoalIsTaken() {
    ClinicPrice any = of(null, null, "1");
    ClinicPrice face = of(null, "face", "2");
    ClinicPrice cheeks = of(null, "cheeks", "3");
    ClinicPrice scars = of("acne-scars", null, "4");
    ClinicPrice scarsOfFace = of("acne-scars", "face", "5");
    ClinicPrice scarsOfCheeks = of("acne-scars", "cheeks", "6");
    ClinicPrice neck = of("acne-scars", "neck", "7");
    ClinicPrice burns = of("burn-scars", "cheeks", "8");

    assertThat(quote(SCARS, any, neck, burns).prices()).containsExactly(any);
    assertThat(quote(SCARS, face, any, neck).prices()).containsExactly(face);
    assertThat(quote(SCARS, cheeks, face, any).prices()).containsExactly(cheeks);
    assertThat(quote(SCARS, cheeks, scars, face).prices()).containsExactly(scars);
    assertThat(quote(SCARS, scars, scarsOfFace, cheeks).prices()).containsExactly(scarsOfFace);
    assertThat(quote(SCARS, scarsOfFace, scarsOfCheeks).prices()).containsExactly(scarsOfCheeks);
    assertThat(quote(SCARS, neck, burns).basis()).isEqualTo(Quote.Basis.SOURCED_ESTIMATE);
  }

  @Test
  void aPriceForAPartIsNotAPriceForTheWhole() {
    Goal face = Goal.inClinic("acne-scars", "face");

    assertThat(quote(face, of("acne-scars", "cheeks", "6")).basis())
        .isEqualTo(Quote.Basis.SOURCED_ESTIMATE);
  }

  @Test
  void twoCurrenciesStayTwoQuotes() {
    List<Quote> quotes =
        quotes(
            Practice.knowledge(),
            SCARS,
            ClinicPrice.of("acne-scars", "cheeks", "200", "EUR"),
            ClinicPrice.of("acne-scars", "cheeks", "30000", "JPY"));

    assertThat(quotes).extracting(Quote::currency).containsExactly("EUR", "JPY");
    assertThat(quotes.getLast().course().low()).isEqualTo(new BigDecimal("120000"));
    assertThat(
            quotes(Practice.knowledge().with(price("price-c", 80, 90, "GBP")), SCARS).stream()
                .map(Quote::perSession))
        .containsExactly(money("100", "900", "USD"), money("80", "90", "GBP"));
  }

  @Test
  void aCourseWithoutSessionsHasNoQuote() {
    Knowledge knowledge = Practice.knowledge().build();
    Course course = CoursePlanner.of(knowledge).plan(person(yes("acne-active")), SCARS, ON);

    assertThat(Quotes.of(knowledge).quote(course, List.of())).isEmpty();
  }

  @Test
  void withoutAnySourceThereIsNoQuote() {
    assertThat(quotes(Practice.knowledge().without(PriceRange.class), SCARS)).isEmpty();
  }

  @Test
  void aSingleSessionIsNoPackage() {
    Knowledge knowledge =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("one", 1, 1, 4, 6, "acne-scars"))
            .build();
    Course course = CoursePlanner.of(knowledge).plan(person(), SCARS, ON);

    assertThat(
            Quotes.of(knowledge)
                .quote(course, List.of(of("acne-scars", null, "90").discounted("0.1"))))
        .extracting(Quote::discounted)
        .containsOnlyNulls();
  }

  @Test
  void optionalSessionsOnlyCountTheFirstAsPlanned() {
    Knowledge knowledge =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("open", 0, 3, 4, 6, "acne-scars"))
            .build();
    Course course = CoursePlanner.of(knowledge).plan(person(), SCARS, ON);

    assertThat(Quotes.of(knowledge).quote(course, List.of()).getFirst().fewest()).isEqualTo(1);
  }

  @Test
  void driversAreThoseOfTheConcern() {
    KnowledgeFixture knowledge =
        Practice.knowledge()
            .with(
                statement("area", Statement.Kind.COST_DRIVER, "area", List.of(), List.of()),
                statement(
                    "burn", Statement.Kind.COST_DRIVER, "burn", List.of("burn-scars"), List.of()),
                statement(
                    "scar", Statement.Kind.COST_DRIVER, "scar", List.of("acne-scars"), List.of()),
                statement("laser", Statement.Kind.COMPARISON, "laser", List.of(), List.of()));

    assertThat(quotes(knowledge, SCARS).getFirst().drivers())
        .extracting(Statement::id)
        .containsExactly("area", "scar");
  }

  @Test
  void aPriceOutOfRangeIsRefusedWithALikelyFix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(null, null, "-1"))
        .withMessage("A price of -1 is below 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClinicPrice.of("x", "y", "1", "EURO"))
        .withMessage("'EURO' is not an ISO 4217 currency. Maybe EUR or USD?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(null, null, "1").discounted("15"))
        .withMessage("A package discount of 15 is outside 0 to 1. Maybe 0.15, as a fraction?");
    assertThatIllegalArgumentException().isThrownBy(() -> of(null, null, "1").discounted("1"));
    assertThatIllegalArgumentException().isThrownBy(() -> of(null, null, "1").discounted("-0.1"));
    assertThat(of(null, null, "0").discounted("0").packageDiscount()).isZero();
  }

  @Test
  void aRangeOfMoneyDoesNotRunBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> money("2", "1", "EUR"))
        .withMessage("A range from 2 to 1 EUR runs backwards.");
    assertThat(money("1", "1.005", "EUR").high()).isEqualTo(new BigDecimal("1.01"));
    assertThat(money("1", "2", "XAU").low()).isEqualTo(new BigDecimal("1"));
  }

  @Test
  void twoSessionsAreAPackage() {
    Knowledge knowledge =
        Practice.knowledge()
            .without(CourseTemplate.class)
            .with(course("two", 2, 2, 4, 6, "acne-scars"))
            .build();
    Course course = CoursePlanner.of(knowledge).plan(person(), SCARS, ON);

    assertThat(
            Quotes.of(knowledge)
                .quote(course, List.of(of("acne-scars", null, "90").discounted("0.1"))))
        .extracting(Quote::discounted)
        .containsExactly(money("162", "162", "EUR"));
  }
}
