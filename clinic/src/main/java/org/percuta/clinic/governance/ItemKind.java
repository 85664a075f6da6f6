package org.percuta.clinic.governance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.percuta.protocol.model.Knowledge;

/** The kinds of thing the clinical content is made of, in the order staff look for them. */
enum ItemKind {
  RULES("Rules", "What refuses, defers, limits or needs clearance", k -> k.rules().stream()),
  SETTINGS("Settings", "Numbers no source gives well enough", k -> k.settings().values().stream()),
  COURSES("Courses", "How many sessions, how far apart", k -> k.courses().stream()),
  DEVICES("Devices", "Pens, rollers and others", k -> k.devices().stream()),
  DEPTHS("Depth windows", "How deep, for which place and device", k -> k.depths().stream()),
  NUMBING("Numbing", "Creams, and what their labels allow", k -> k.anaesthetics().stream()),
  TOPICALS("Topicals", "What may go on the skin", k -> k.topicals().stream()),
  PROCEDURE("Steps of a session", "From looking to cleaning up", k -> k.procedure().stream()),
  CALENDAR(
      "Preparation, aftercare", "What patients are told, and when", k -> k.calendar().stream()),
  RED_FLAGS("Red flags", "Reports that call for more than waiting", k -> k.redFlags().stream()),
  RECOVERY("Healing", "What is expected, day by day", k -> k.recovery().stream()),
  RESULTS("Results", "What to see when, and how long", k -> k.milestones().stream()),
  CONCERNS("Concerns", "What people want treated", k -> k.concerns().values().stream()),
  SITES("Sites", "Places on the body", k -> k.sites().values().stream()),
  FACTS("Facts", "What is asked of a person", k -> k.facts().values().stream()),
  SYMPTOMS("Signs", "What is asked about healing", k -> k.symptoms().values().stream()),
  PRICES("Prices", "Ranges from articles", k -> k.prices().stream()),
  STATEMENTS("Statements", "Sentences shown on pages and in consent", k -> k.statements().stream()),
  CONFLICTS(
      "Where sources differ", "Both sides, and the reading", k -> k.conflicts().values().stream()),
  CLAIMS("Claims", "What the five articles say", k -> k.claims().values().stream()),
  LITERATURE("Literature", "What studies and labels say", k -> k.literature().values().stream()),
  SOURCES("Sources", "Articles, studies, labels", k -> k.sources().values().stream());

  private final String title;
  private final String about;
  private final Function<Knowledge, Stream<? extends Record>> records;

  ItemKind(String title, String about, Function<Knowledge, Stream<? extends Record>> records) {
    this.title = title;
    this.about = about;
    this.records = records;
  }

  String title() {
    return title;
  }

  String about() {
    return about;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String address() {
    return this == SETTINGS ? "/knowledge/settings" : "/knowledge/kinds/" + key();
  }

  List<Item> list(Knowledge knowledge) {
    List<? extends Record> written = records.apply(knowledge.written()).toList();
    List<? extends Record> here = records.apply(knowledge).toList();
    return IntStream.range(0, here.size())
        .mapToObj(at -> Item.of(this, here.get(at), written.get(at)))
        .toList();
  }

  static Optional<ItemKind> find(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
