package org.percuta.protocol.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percuta.protocol.Items.limit;
import static org.percuta.protocol.Items.price;
import static org.percuta.protocol.Items.statement;
import static org.percuta.protocol.plan.Practice.ON;
import static org.percuta.protocol.plan.Practice.SCARS;
import static org.percuta.protocol.plan.Practice.last;
import static org.percuta.protocol.plan.Practice.no;
import static org.percuta.protocol.plan.Practice.person;
import static org.percuta.protocol.plan.Practice.stranger;
import static org.percuta.protocol.plan.Practice.yes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percuta.protocol.KnowledgeFixture;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.CalendarItem.Phase;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Statement.Kind;
import org.percuta.protocol.model.Topical;

class PlannerTest {

  private static final List<String> ALL = List.of();

  private static KnowledgeFixture knowledge() {
    return Practice.knowledge()
        .with(
            statement("consent-all", Kind.CONSENT, "risks", ALL, ALL),
            statement("consent-scars", Kind.CONSENT, "hope", List.of("acne-scars"), ALL),
            statement("consent-burns", Kind.CONSENT, "hope", List.of("burn-scars"), ALL),
            statement("consent-sores", Kind.CONSENT, "risks", ALL, List.of("cold-sore-history")),
            statement("compare-laser", Kind.COMPARISON, "laser", ALL, ALL),
            statement("compare-peel", Kind.COMPARISON, "peel", ALL, ALL),
            statement("compare-laser-cost", Kind.COMPARISON, "laser", ALL, ALL),
            statement("home-risk", Kind.HOME_USE, "risk", ALL, ALL),
            statement("who-may", Kind.PRACTITIONER, "who", ALL, ALL),
            statement("study", Kind.EVIDENCE, "study", ALL, ALL))
        .with(conflict("C27"))
        .with(conflict("C15"))
        .with(
            product("emla", "lidocaine 2.5 %, prilocaine 2.5 %"), product("plain", "lidocaine 4 %"))
        .with(
            topical("hyaluronic-acid", Topical.Status.USUAL),
            topical("tretinoin", Topical.Status.ORDERED),
            topical("numbing-after", Topical.Status.NOT_OFFERED))
        .with(depth("face", "face"), depth("neck", "neck"));
  }

  private static Conflict conflict(String id) {
    return new Conflict(id, id, Conflict.Kind.SAFETY, List.of(), "", "");
  }

  private static Anaesthetic product(String id, String strength) {
    return new Anaesthetic(id, id, strength, List.of(), 10, 30, "", ALL, ALL, Grade.A, null);
  }

  private static Topical topical(String id, Topical.Status status) {
    return new Topical(id, id, status, "", ALL, ALL, Grade.C, null);
  }

  private static DepthWindow depth(String id, String site) {
    return new DepthWindow(
        id,
        List.of(),
        ALL,
        List.of(site),
        0,
        1,
        DepthWindow.Basis.STUDY,
        "",
        ALL,
        ALL,
        Grade.A,
        null);
  }

  private static CoursePlan plan(KnowledgeFixture fixture, PatientRecord record) {
    return Planner.of(fixture.build()).plan(record, SCARS, ON, List.of());
  }

  @Test
  void aPlanHoldsEverythingForItsGoal() {
    CoursePlan plan = plan(knowledge(), person());

    assertThat(plan.goal()).isEqualTo(SCARS);
    assertThat(plan.verdict()).isEqualTo(plan.course().verdict());
    assertThat(plan.knowledgeVersion()).isEqualTo("1.0.0");
    assertThat(plan.knowledgeDigest()).isEqualTo("f1");
    assertThat(plan.course().sessions()).hasSize(4);
    assertThat(plan.calendar()).isNotEmpty();
    assertThat(plan.checklist().steps()).hasSize(4);
    assertThat(plan.depths()).extracting(DepthWindow::id).containsExactly("face");
    assertThat(plan.topicals())
        .extracting(Topical::id)
        .containsExactly("hyaluronic-acid", "tretinoin");
    assertThat(plan.homeUse().listStatements())
        .extracting(Statement::id)
        .containsExactly("home-risk");
    assertThat(plan.practitioners().listStatements())
        .extracting(Statement::id)
        .containsExactly("who-may");
    assertThat(plan.evidence().listStatements()).extracting(Statement::id).containsExactly("study");
    assertThat(plan.evidence().kind()).isEqualTo(Kind.EVIDENCE);
  }

  @Test
  void comparisonsAreGroupedByTopicInTheOrderOfTheKnowledge() {
    Page comparisons = plan(knowledge(), person()).comparisons();

    assertThat(comparisons.topics().keySet()).containsExactly("laser", "peel");
    assertThat(comparisons.listStatements())
        .extracting(Statement::id)
        .containsExactly("compare-laser", "compare-laser-cost", "compare-peel");
    assertThat(comparisons.conflicts()).extracting(Conflict::id).containsExactly("C27");
  }

  @Test
  void resultsAndMaintenanceAreThoseOfTheCalendar() {
    CoursePlan plan = plan(knowledge(), person());

    assertThat(plan.listResults()).extracting(CalendarEntry::item).containsExactly("result-glow");
    assertThat(plan.listMaintenance())
        .extracting(CalendarEntry::item)
        .containsExactly("keep-exfoliate", "keep-review", "result-lasts");
    assertThat(plan.listMaintenance()).allMatch(entry -> entry.phase() == Phase.MAINTENANCE);
  }

  @Test
  void consentHoldsWhatConcernsThePersonAndTheVerdict() {
    ConsentContent consent =
        plan(knowledge(), person(yes("cold-sore-history"), yes("anaesthetic-allergy"))).consent();

    assertThat(consent.statements().listStatements())
        .extracting(Statement::id)
        .containsExactly("consent-all", "consent-sores", "consent-scars");
    assertThat(consent.informs())
        .extracting(reason -> reason.rule().id())
        .containsExactly("cold-sore-history");
    assertThat(consent.limits())
        .extracting(reason -> reason.rule().id())
        .containsExactly("anaesthetic-allergy");
    assertThat(consent.conflicts()).extracting(Conflict::id).containsExactly("C27", "C15");
  }

  @Test
  void consentLeavesOutWhatIsDeniedAndKeepsWhatIsUnknown() {
    assertThat(plan(knowledge(), person(no("cold-sore-history"))).consent().statements().topics())
        .satisfies(topics -> assertThat(topics.get("risks")).hasSize(1));
    assertThat(Page.of(knowledge().build(), Kind.CONSENT, SCARS, stranger()).listStatements())
        .extracting(Statement::id)
        .contains("consent-sores");
  }

  @Test
  void aConflictThatIsNotDescribedIsLeftOut() {
    KnowledgeFixture without =
        Practice.knowledge().with(statement("s", Kind.CONSENT, "t", ALL, ALL));

    ConsentContent consent = plan(without, person(yes("anaesthetic-allergy"))).consent();

    assertThat(consent.conflicts()).isEmpty();
    assertThat(consent.statements().listStatements()).hasSize(1);
  }

  @Test
  void productsFollowTheLimitsOfTheFirstSession() {
    assertThat(plan(knowledge(), person()).anaesthetics())
        .extracting(Anaesthetic::id)
        .containsExactly("emla", "plain");
    assertThat(plan(knowledge(), person(yes("anaesthetic-allergy"))).anaesthetics()).isEmpty();
    assertThat(
            plan(
                    knowledge()
                        .with(
                            limit(
                                "no-blue",
                                "no-prilocaine",
                                new Condition.ConditionEver("cold-sore-history"))),
                    person(yes("cold-sore-history")))
                .anaesthetics())
        .extracting(Anaesthetic::id)
        .containsExactly("plain");
  }

  @Test
  void theChecklistIsThatOfTheFirstSessionAndNotOfTheAskedDate() {
    CoursePlan plan = plan(knowledge(), person(last("isotretinoin", ON.minusDays(10))));

    assertThat(plan.verdict().outcome().isPermitted()).isFalse();
    assertThat(plan.checklist().steps()).hasSize(4);
  }

  @Test
  void withoutADateThereIsAVerdictAndNothingToDo() {
    CoursePlan plan = plan(knowledge(), person(yes("acne-active")));

    assertThat(plan.course().sessions()).isEmpty();
    assertThat(plan.course().stop()).isNotNull();
    assertThat(plan.calendar()).isEmpty();
    assertThat(plan.quotes()).isEmpty();
    assertThat(plan.findQuote()).isEmpty();
    assertThat(plan.checklist().steps()).isEmpty();
    assertThat(plan.anaesthetics()).isEmpty();
  }

  @Test
  void theQuoteIsThereWhereThereIsOneCurrency() {
    assertThat(plan(knowledge(), person()).findQuote()).isPresent();
    assertThat(plan(knowledge().with(price("pounds", 1, 2, "GBP")), person()).findQuote())
        .isEmpty();
  }

  @Test
  void thePriceListOfTheClinicIsUsed() {
    CoursePlan plan =
        Planner.of(knowledge().build())
            .plan(
                person(),
                Goal.inClinic("acne-scars", "cheeks"),
                ON,
                List.of(ClinicPrice.of("acne-scars", "face", "250", "EUR")));

    assertThat(plan.findQuote()).map(Quote::basis).contains(Quote.Basis.CLINIC_PRICE_LIST);
  }
}
