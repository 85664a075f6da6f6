package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.percuta.clinic.enquiries.Enquiries;
import org.percuta.clinic.knowledge.InForce;
import org.percuta.clinic.knowledge.Protocols;
import org.percuta.protocol.evaluate.Verdict;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.Goal;
import org.percuta.protocol.model.Patient;
import org.percuta.protocol.model.PatientRecord;
import org.percuta.quantity.PartialDate;
import org.springframework.core.annotation.Order;

/** What came in from the public pages within the last days. */
@DemoComponent
@Order(60)
class EnquiriesChapter implements Chapter {

  private static final String ADDRESS = "demo";
  private static final int HOURS_APART = 23;
  private static final int BORN = 1994;

  private final Enquiries enquiries;
  private final Protocols protocols;

  EnquiriesChapter(Enquiries enquiries, Protocols protocols) {
    this.enquiries = enquiries;
    this.protocols = protocols;
  }

  /**
   * @param yes the one fact that is not answered with no; none when empty
   * @param days how long ago it last was so
   */
  private record Sent(String name, Goal goal, String yes, int days, String message) {}

  private static final List<Sent> SENT =
      List.of(
          sent("Wren Applegarth", "acne-scars", "cheeks", "", 0, "I could come in the mornings."),
          sent(
              "Ilse Moonseed",
              "stretch-marks",
              "abdomen",
              "pregnant",
              0,
              "How long should I wait?"),
          sent("Dario Plumtree", "enlarged-pores", "nose", "sunburn", 3, ""),
          sent(
              "Fatou Sagebrook",
              "hyperpigmentation",
              "cheeks",
              "",
              0,
              "Is my skin type a problem?"),
          sent("Anouk Tidewater", "fine-lines-wrinkles", "face", "botulinum-toxin", 4, ""),
          sent(
              "Ravi Hazelnook", "scars", "arms", "diabetes", 0, "The scar is from a bicycle fall."),
          sent("Paloma Starling", "skin-laxity", "neck", "", 0, "What would four sessions cost?"));

  private static Sent sent(
      String name, String concern, String site, String yes, int days, String message) {
    return new Sent(name, Goal.inClinic(concern, site), yes, days, message);
  }

  @Override
  public void write(Story story) {
    for (int i = 0; i < SENT.size(); i++) {
      Sent one = SENT.get(i);
      LocalDateTime at = story.now().minusHours((long) i * HOURS_APART + 2);
      story.at(at, () -> send(story, one, at.toLocalDate()));
    }
  }

  private void send(Story story, Sent sent, LocalDate on) {
    InForce inForce = protocols.here();
    List<FactStatement> said =
        inForce.knowledge().facts().keySet().stream()
            .map(fact -> statement(fact, sent, on))
            .toList();
    Verdict verdict =
        inForce
            .screening()
            .screen(
                new PatientRecord(
                    new Patient(null, PartialDate.parse(String.valueOf(BORN)), null, 3, null),
                    said,
                    List.of(),
                    Set.of()),
                sent.goal(),
                on);
    enquiries.send(
        story.cast().owner().clinic(),
        new Enquiries.Enquiry(
            sent.name(),
            sent.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org",
            null,
            sent.message(),
            sent.goal().concern(),
            sent.goal().site(),
            answers(sent, said),
            verdict.outcome().key(),
            verdict.from(),
            on,
            inForce.digest(),
            "The clinic may keep this to answer me."),
        ADDRESS);
  }

  private static FactStatement statement(String fact, Sent sent, LocalDate on) {
    if (!fact.equals(sent.yes())) {
      return FactStatement.answered(fact, Answer.NO);
    }
    FactStatement yes = FactStatement.answered(fact, Answer.YES);
    return sent.days() == 0 ? yes : yes.lastOn(PartialDate.of(on.minusDays(sent.days())));
  }

  /** As the public pages write them down. */
  private static String answers(Sent sent, List<FactStatement> said) {
    return "goal="
        + sent.goal().concern()
        + "@"
        + sent.goal().site()
        + said.stream()
            .map(one -> {
              PartialDate last = one.last();
              return "\n"
                  + one.fact()
                  + "="
                  + one.answer()
                  + "|||"
                  + (last == null ? "" : last)
                  + "|||";
            })
            .collect(Collectors.joining());
  }
}
