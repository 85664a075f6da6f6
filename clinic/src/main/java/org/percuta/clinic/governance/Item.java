package org.percuta.clinic.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.io.Describe;
import org.percuta.protocol.model.Anaesthetic;
import org.percuta.protocol.model.CalendarItem;
import org.percuta.protocol.model.Claim;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.CourseTemplate;
import org.percuta.protocol.model.DepthWindow;
import org.percuta.protocol.model.Device;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.LiteratureFact;
import org.percuta.protocol.model.Milestone;
import org.percuta.protocol.model.PriceRange;
import org.percuta.protocol.model.ProcedureStep;
import org.percuta.protocol.model.RecoveryExpectation;
import org.percuta.protocol.model.RedFlag;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Site;
import org.percuta.protocol.model.Source;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Symptom;
import org.percuta.protocol.model.Topical;

/**
 * One thing the content says, ready to be listed.
 *
 * @param text what it says beyond its title; may be empty
 * @param grade absent for claims and conflicts, which have sources instead
 * @param record the item under the clinic's numbers
 * @param written the item as its file has it, where it names a setting instead of its number
 */
record Item(
    ItemKind kind,
    String id,
    String title,
    String text,
    @Nullable Grade grade,
    Record record,
    Record written) {

  static Item of(ItemKind kind, Record record, Record written) {
    return switch (record) {
      case Claim claim -> new Item(kind, claim.id(), claim.statement(), "", null, record, written);
      case LiteratureFact fact ->
          new Item(kind, fact.id(), fact.statement(), "", fact.grade(), record, written);
      case Conflict conflict ->
          new Item(
              kind, conflict.id(), conflict.title(), conflict.reading(), null, record, written);
      case Source source ->
          new Item(
              kind, source.id(), source.citation(), source.read(), source.grade(), record, written);
      case Sourced sourced ->
          new Item(
              kind, sourced.id(), title(sourced), text(sourced), sourced.grade(), record, written);
      default -> throw new IllegalArgumentException("No kind of item: " + record.getClass());
    };
  }

  String address() {
    return kind.address() + "/" + id;
  }

  /** Whether a clinician has to stand behind it, because no source does. */
  boolean needsApproval() {
    return grade == Grade.H && record instanceof Sourced;
  }

  /** Everything it says, to find it by. */
  String words() {
    return title + " " + text + " " + String.join(" ", Describe.parts(record).values());
  }

  /**
   * Stays the same as long as the item is written the same: a clinician stands behind a changed
   * number on the setting's own page.
   */
  String fingerprint() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(
                      String.join("\n", Describe.lines(written)).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static String title(Sourced item) {
    return switch (item) {
      case FactDefinition fact -> fact.label();
      case Concern concern -> concern.label();
      case Site site -> site.label();
      case HouseSetting setting -> setting.label();
      case Rule rule -> rule.title();
      case CourseTemplate course ->
          words(course.id())
              + ": "
              + course.sessionsLow()
              + " to "
              + course.sessionsHigh()
              + " sessions";
      case CalendarItem entry -> entry.text();
      case ProcedureStep step -> step.title();
      case Device device -> device.label();
      case DepthWindow depth ->
          words(depth.id())
              + ": "
              + Words.number(depth.low_mm())
              + " to "
              + Words.number(depth.high_mm())
              + " mm";
      case Anaesthetic cream -> cream.label() + ", " + cream.strength();
      case Topical topical -> topical.label();
      case Symptom symptom -> symptom.label();
      case RecoveryExpectation expected -> expected.text();
      case RedFlag flag -> words(flag.id());
      case Milestone milestone -> milestone.text();
      case PriceRange price ->
          words(price.id())
              + ": "
              + Words.number(price.low())
              + " to "
              + Words.number(price.high())
              + " "
              + price.currency();
      case Statement statement -> {
        @Nullable String title = statement.title();
        yield title == null ? statement.text() : title;
      }
      default -> item.id();
    };
  }

  private static String text(Sourced item) {
    return switch (item) {
      case FactDefinition fact -> fact.question();
      case Concern concern -> concern.hope();
      case HouseSetting setting -> setting.why();
      case Rule rule -> rule.because();
      case CourseTemplate course -> course.note();
      case ProcedureStep step -> step.detail();
      case Device device -> device.note();
      case DepthWindow depth -> depth.note();
      case Anaesthetic cream -> cream.note();
      case Topical topical -> topical.note();
      case Symptom symptom -> symptom.question();
      case RedFlag flag -> flag.because() + " " + String.join(" ", flag.act());
      case PriceRange price -> price.note();
      case Statement statement -> statement.title() == null ? "" : statement.text();
      default -> "";
    };
  }

  private static String words(String id) {
    String words = id.replace('-', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
