package org.percuta.protocol.validate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.percuta.protocol.model.Condition;
import org.percuta.protocol.model.Conflict;
import org.percuta.protocol.model.HouseNumbers;
import org.percuta.protocol.model.HouseSetting;
import org.percuta.protocol.model.Knowledge;
import org.percuta.protocol.model.Offset;
import org.percuta.protocol.model.Rule;
import org.percuta.protocol.model.Window;

/**
 * What is said of a house setting follows it: texts and dates name the setting, and none of them
 * repeats the number that is shipped.
 */
final class SettingCheck {

  private static final Pattern SENTENCE = Pattern.compile("[.;:!?](?=\\s|$)");

  /** A part of a sentence that says whose number it is speaks of that, not of the clinic's. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\b(articles?|sources?|labels?|trials?|stud(y|ies)|reviews?|panels?|FDA|says?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLINIC_SETTING =
      Pattern.compile("\\bclinic(\u2019s|'s)? setting\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern TIME =
      Pattern.compile(
          "\\b(\\d+|" + NumberWords.ANY + ")[ -](minutes?|hours?|days?|weeks?|months?|years?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Knowledge knowledge;
  private final Report report;

  SettingCheck(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  void run() {
    knowledge
        .sourced()
        .filter(item -> !(item instanceof HouseSetting))
        .forEach(item -> item((Record) item, item.id()));
    for (Conflict conflict : knowledge.conflicts().values()) {
      names(conflict, conflict.id());
    }
  }

  private void item(Record item, String id) {
    names(item, id);
    for (String setting : HouseNumbers.followed(item)) {
      HouseSetting held = knowledge.settings().get(setting);
      if (held == null) {
        report.mustKnow(item, "from", id, "setting", setting, knowledge.settings().keySet());
      } else if (Offset.Unit.findByUcum(held.unit()).isEmpty()) {
        report.error(
            "PX-0324",
            item,
            "from",
            id,
            "Setting " + setting + " is in " + held.unit() + ", not in h, d, wk or mo.");
      }
    }
    Set<String> related = new LinkedHashSet<>(HouseNumbers.named(item));
    if (item instanceof Rule rule) {
      collect(rule.when(), related);
    }
    for (HouseNumbers.Text text : HouseNumbers.texts(item)) {
      if (text.mayName() || text.part().equals("title")) {
        repeats(item, id, text, related);
      }
    }
  }

  private void names(Record item, String id) {
    for (HouseNumbers.Text text : HouseNumbers.texts(item)) {
      for (String setting : text.named()) {
        if (text.mayName()) {
          report.mustKnow(item, text.part(), id, "setting", setting, knowledge.settings().keySet());
        } else {
          report.error(
              "PX-0322",
              item,
              text.part(),
              id,
              "'"
                  + text.part()
                  + "' cannot name a setting: {"
                  + setting
                  + "} would be read as it is.");
        }
      }
    }
  }

  private void repeats(Record item, String id, HouseNumbers.Text text, Set<String> related) {
    for (String sentence : SENTENCE.split(text.text())) {
      if (SOURCE.matcher(sentence).find()) {
        continue;
      }
      for (String setting : related) {
        HouseSetting held = knowledge.settings().get(setting);
        if (held != null && NumberWords.of(held).matcher(sentence).find()) {
          report.error(
              "PX-0323",
              item,
              text.part(),
              id,
              "'"
                  + sentence.strip()
                  + "' says "
                  + held.inWords()
                  + ", which a clinic can change in "
                  + setting
                  + ".",
              "Maybe {" + setting + "}?");
        }
      }
      if (CLINIC_SETTING.matcher(sentence).find() && TIME.matcher(sentence).find()) {
        report.error(
            "PX-0323",
            item,
            text.part(),
            id,
            "'" + sentence.strip() + "' says a number of which it says that a clinic sets it.",
            "Maybe make it a setting and name it in braces?");
      }
    }
  }

  private static void collect(Condition condition, Set<String> settings) {
    switch (condition) {
      case Condition.Medicine medicine when medicine.washout() != null ->
          collect(medicine.washout(), settings);
      case Condition.Exposure exposure -> collect(exposure.washout(), settings);
      case Condition.AllOf all -> all.of().forEach(part -> collect(part, settings));
      case Condition.AnyOf any -> any.of().forEach(part -> collect(part, settings));
      case Condition.Medicine _,
          Condition.ConditionNow _,
          Condition.ConditionEver _,
          Condition.State _,
          Condition.Allergy _,
          Condition.Attribute _,
          Condition.GoalIs _ -> {}
    }
  }

  private static void collect(Window window, Set<String> settings) {
    if (window.setting() != null) {
      settings.add(window.setting());
    }
  }
}
