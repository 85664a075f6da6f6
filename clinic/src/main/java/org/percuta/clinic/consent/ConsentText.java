package org.percuta.clinic.consent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.protocol.evaluate.Reason;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.Limit;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.plan.ConsentContent;

/**
 * What is read and signed: the page on screen and the sealed document both come from it.
 *
 * @param about what it is for, in words
 */
record ConsentText(
    ConsentKind kind, String about, String intro, int templateVersion, List<Section> sections) {

  /** Points under one heading. */
  record Section(String title, List<Point> points) {}

  /**
   * One point.
   *
   * @param id of the statement or rule it comes from; a signature counts for the ids it names
   */
  record Point(String id, String title, String text) {}

  static ConsentText of(ConsentTemplate template, String about, @Nullable ConsentContent content) {
    return new ConsentText(
        template.kind(),
        about,
        template.intro(),
        template.version(),
        content == null ? List.of() : sections(content));
  }

  /** The ids of all points. */
  List<String> points() {
    return sections.stream()
        .flatMap(one -> one.points().stream())
        .map(Point::id)
        .distinct()
        .toList();
  }

  /** Changes when a word changes, so that nobody signs what they were not shown. */
  String digest() {
    return HexFormat.of().formatHex(Seal.sha256(toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Section> sections(ConsentContent content) {
    List<Section> sections = new ArrayList<>();
    List<Point> own = new ArrayList<>();
    content.limits().forEach(reason -> own.add(point(reason)));
    content.informs().forEach(reason -> own.add(point(reason)));
    if (!own.isEmpty()) {
      sections.add(new Section("For you in particular", List.copyOf(own)));
    }
    content
        .statements()
        .topics()
        .forEach((topic, statements) ->
            sections.add(
                new Section(title(topic), statements.stream().map(ConsentText::point).toList())));
    if (!content.conflicts().isEmpty()) {
      sections.add(
          new Section(
              "Where sources differ",
              content.conflicts().stream().map(ConsentText::point).toList()));
    }
    return List.copyOf(sections);
  }

  private static Point point(Statement statement) {
    String title = statement.title();
    return new Point(statement.id(), title == null ? "" : title, statement.text());
  }

  private static Point point(Reason reason) {
    Limit limit = reason.rule().limit();
    return new Point(
        reason.rule().id(),
        reason.rule().title(),
        reason.because() + (limit == null ? "" : " " + limit.text()));
  }

  private static Point point(Conflict conflict) {
    return new Point(conflict.id(), conflict.title(), conflict.show());
  }

  private static String title(String topic) {
    String words = topic.replace('-', ' ');
    return switch (topic) {
      case "procedure" -> "What will be done";
      case "benefit" -> "What may be gained";
      case "common-effects" -> "What to expect";
      case "complication" -> "What can go wrong";
      case "personal" -> "For some people";
      default ->
          words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    };
  }
}
