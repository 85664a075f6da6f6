package org.percuta.clinic.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.knowledge.CareCard;
import org.percuta.clinic.knowledge.Trace;
import org.percuta.clinic.knowledge.Traces;
import org.percuta.clinic.understand.TopicView.Item;
import org.percuta.clinic.understand.TopicView.Section;
import org.percuta.protocol.model.Concern;
import org.percuta.protocol.model.Grade;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Sourced;
import org.percuta.protocol.model.Statement;
import org.percuta.protocol.model.Statement.Kind;

/** Gathers what each explaining page says. */
final class Topics {

  private final Knowledge knowledge;
  private final Traces traces;

  Topics(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.traces = Traces.of(knowledge);
  }

  TopicView page(Topic topic) {
    return switch (topic) {
      case MECHANISM -> view(topic, without(sections(Kind.UNDERSTAND), "benefits"));
      case BENEFITS -> view(topic, benefits());
      case DEVICES -> view(topic, devices());
      case RISKS -> view(topic, joined(sections(Kind.CONSENT), sections(Kind.NUMBING)));
      case COSTS -> view(topic, costs());
      case PRACTITIONERS ->
          view(topic, joined(sections(Kind.PRACTITIONER), sections(Kind.ASSESSMENT)));
      case EVIDENCE -> view(topic, sections(Kind.EVIDENCE));
      case COMPARISONS -> view(topic, joined(sections(Kind.COMPARISON), home()));
      case RECOVERY ->
          new TopicView(
              topic,
              CareCard.of(knowledge, knowledge.redFlags()),
              List.of(section("expected", "What is expected", healing())));
      case DISAGREEMENTS -> view(topic, disagreements());
    };
  }

  private static TopicView view(Topic topic, List<Section> sections) {
    return new TopicView(topic, List.of(), sections);
  }

  private List<Section> sections(Kind kind) {
    Map<String, List<Item>> byTopic = new LinkedHashMap<>();
    for (Statement one : knowledge.statements(kind)) {
      byTopic.computeIfAbsent(one.topic(), topic -> new ArrayList<>()).add(item(one));
    }
    List<Section> sections = new ArrayList<>();
    byTopic.forEach((topic, items) -> sections.add(section(topic, heading(topic), items)));
    return sections;
  }

  private Item item(Statement one) {
    return item(one.title(), one.text(), one);
  }

  private Item item(@Nullable String title, String text, Sourced from) {
    return new Item(title, text, traces.of(from));
  }

  private static Section section(String id, String title, List<Item> items) {
    return new Section(id, title, items);
  }

  private List<Section> benefits() {
    List<Section> sections = new ArrayList<>();
    List<Item> skin = new ArrayList<>();
    List<Item> hair = new ArrayList<>();
    List<Item> others = new ArrayList<>();
    for (Concern concern : knowledge.concerns().values()) {
      String why = concern.unbookable();
      List<Item> group =
          why != null ? others : concern.family() == Concern.Family.SKIN ? skin : hair;
      group.add(item(concern.label(), why != null ? why : concern.hope(), concern));
    }
    sections.add(section("skin", "Skin", skin));
    sections.add(section("hair", "Hair", hair));
    sections.add(section("not-offered", "Not treated this way", others));
    sections.addAll(
        sections(Kind.UNDERSTAND).stream().filter(one -> one.id().equals("benefits")).toList());
    return sections;
  }

  private List<Section> devices() {
    List<Item> planned = new ArrayList<>();
    List<Item> others = new ArrayList<>();
    knowledge
        .devices()
        .forEach(device ->
            (device.offered() ? planned : others).add(item(device.label(), device.note(), device)));
    List<Section> sections = new ArrayList<>();
    sections.add(section("planned", "What we plan with", planned));
    sections.add(section("others", "For your information only", others));
    sections.add(
        section(
            "products",
            "What is put on the skin",
            knowledge.topicals().stream()
                .map(topical -> item(topical.label(), topical.note(), topical))
                .toList()));
    return sections;
  }

  private List<Section> costs() {
    return joined(
        List.of(
            section(
                "ranges",
                "Estimates for one session",
                knowledge.prices().stream()
                    .map(price ->
                        item(
                            price.low() == price.high()
                                ? (long) price.low() + " " + price.currency()
                                : (long) price.low()
                                    + " to "
                                    + (long) price.high()
                                    + " "
                                    + price.currency(),
                            price.note(),
                            price))
                    .toList())),
        sections(Kind.COST_DRIVER));
  }

  /** Needling at home, the risk first. */
  private List<Section> home() {
    List<Section> home = new ArrayList<>();
    for (Section section : sections(Kind.HOME_USE)) {
      Section named =
          section(
              "home-" + section.id(),
              "At home: " + section.title().toLowerCase(Locale.ROOT),
              section.items());
      home.add(section.id().equals("risk") ? 0 : home.size(), named);
    }
    return home;
  }

  private List<Item> healing() {
    return knowledge.recovery().stream()
        .map(one -> {
          var symptom = knowledge.symptoms().get(one.symptom());
          return item(symptom == null ? one.symptom() : symptom.label(), one.text(), one);
        })
        .toList();
  }

  private List<Section> disagreements() {
    List<Item> articles = new ArrayList<>();
    List<Item> authorities = new ArrayList<>();
    knowledge
        .conflicts()
        .values()
        .forEach(conflict ->
            (conflict.id().startsWith("C") ? articles : authorities)
                .add(
                    new Item(
                        conflict.title(),
                        conflict.reading(),
                        new Trace(Grade.C, List.of(), traces.disagreement(conflict)))));
    return List.of(
        section("articles", "Among the five articles", articles),
        section("authorities", "With authorities and the literature", authorities));
  }

  private static List<Section> without(List<Section> sections, String id) {
    return sections.stream().filter(section -> !section.id().equals(id)).toList();
  }

  private static List<Section> joined(List<Section> first, List<Section> second) {
    List<Section> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static String heading(String topic) {
    return switch (topic) {
      case "radiofrequency-needling" -> "Needling with radiofrequency (RF)";
      case "title-differs" -> "Cited, but the title does not match";
      case "title-matches" -> "Cited, and the title matches";
      case "not-identifiable" -> "Cited, but it cannot be identified";
      case "results" -> "What studies found";
      case "personal" -> "If it applies to you";
      case "common-effects" -> "Common after-effects";
      case "complication" -> "What can go wrong";
      case "procedure" -> "What is done";
      case "benefit" -> "What it may do";
      case "benefits" -> "Said in one line each";
      case "check" -> "What to check";
      case "history" -> "What the clinic asks you";
      case "skin" -> "How the clinic looks at your skin";
      case "dose", "timer", "choice", "removal", "allergy", "safety" -> "Numbing: " + topic;
      case "place", "provider", "treatment", "quality", "basis" -> "What moves a price: " + topic;
      case "limits" -> "What it cannot do";
      case "roller" -> "Pen or roller in the clinic";
      case "home-roller" -> "Clinic or a roller at home";
      default ->
          topic.substring(0, 1).toUpperCase(Locale.ROOT) + topic.substring(1).replace('-', ' ');
    };
  }
}
