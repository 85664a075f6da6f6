package org.percuta.fhir.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.percuta.fhir.read.CodeIndex.Entry;
import org.percuta.fhir.read.CodeIndex.Meaning;
import org.percuta.protocol.model.Answer;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactStatement;
import org.percuta.protocol.model.FactStatement.Origin;
import org.percuta.quantity.PartialDate;

/**
 * What observations say, in the order of their dates: a yes holds until a later no, a no holds on
 * its day only, because nobody knows what came after. Of weights and phototypes the latest counts.
 */
final class Observations {

  private static final double LIGHTEST_KG = 1;
  private static final double HEAVIEST_KG = 650;

  private record Said(Answer answer, @Nullable PartialDate on, Draft draft) {}

  private final Map<FactDefinition, List<Said>> byFact = new LinkedHashMap<>();
  private @Nullable Double weight;
  private @Nullable PartialDate weighed;
  private int phototype;
  private @Nullable PartialDate typed;

  @Nullable Double weight_kg() {
    return weight;
  }

  @Nullable Integer phototype() {
    return phototype == 0 ? null : phototype;
  }

  /** Whether it says anything. */
  boolean take(Draft draft, List<Entry> meanings, FindingSink sink) {
    PartialDate on =
        draft.ended == null ? draft.began == null ? draft.recorded : draft.began : draft.ended;
    boolean used = false;
    for (Entry entry : meanings) {
      if (CodeIndex.WEIGHT.equals(entry.attribute)) {
        used |= weight(draft, on, sink);
      } else if (CodeIndex.PHOTOTYPE.equals(entry.attribute)) {
        used |= phototype(draft, on);
      }
      for (Meaning meaning : entry.facts) {
        Answer answer = answer(draft);
        if (answer == Answer.YES || answer == Answer.NO) {
          byFact
              .computeIfAbsent(meaning.fact(), f -> new ArrayList<>(2))
              .add(new Said(answer, on, draft));
          used = true;
        }
      }
    }
    return used;
  }

  private static @Nullable Answer answer(Draft draft) {
    if (draft.yes != null) {
      return draft.yes ? Answer.YES : Answer.NO;
    }
    return draft.answer == null ? null : CodeIndex.answerOf(draft.answer);
  }

  private boolean weight(Draft draft, @Nullable PartialDate on, FindingSink sink) {
    if (Double.isNaN(draft.quantity)) {
      return false;
    }
    double perUnit =
        switch (draft.unit == null ? "" : draft.unit) {
          case "kg", "KG", "Kg" -> 1;
          case "g" -> 0.001;
          case "[lb_av]", "lb", "lbs" -> 0.45359237;
          default -> Double.NaN;
        };
    double kg = draft.quantity * perUnit;
    if (!(kg >= LIGHTEST_KG && kg <= HEAVIEST_KG)) {
      sink.warning(
          "PX-0419",
          "A body weight of "
              + draft.quantity
              + " "
              + (draft.unit == null ? "" : draft.unit)
              + " is not used.",
          draft.path() + ".valueQuantity",
          draft.place,
          "Maybe the unit is wrong? kg, g and [lb_av] are read.");
      return false;
    }
    // On one day the lighter one counts: the limits of numbing medicine go by weight.
    if (weight == null || isLater(on, weighed) || (!isLater(weighed, on) && kg < weight)) {
      weight = kg;
      weighed = on;
    }
    return true;
  }

  private boolean phototype(Draft draft, @Nullable PartialDate on) {
    int said = draft.answer == null ? 0 : CodeIndex.phototypeOf(draft.answer);
    if (said == 0 && draft.quantity >= 1 && draft.quantity <= 6) {
      said = (int) draft.quantity;
    }
    if (said == 0) {
      return false;
    }
    // On one day the darker one counts: it is the more likely to be left with dark marks.
    if (phototype == 0 || isLater(on, typed) || (!isLater(typed, on) && said > phototype)) {
      phototype = said;
      typed = on;
    }
    return true;
  }

  private static boolean isLater(@Nullable PartialDate a, @Nullable PartialDate b) {
    return a != null && (b == null || a.latest().isAfter(b.latest()));
  }

  void statements(List<FactStatement> into) {
    byFact.forEach((fact, all) -> {
      NavigableMap<LocalDate, PartialDate> noes = noes(all);
      for (Said said : all) {
        PartialDate until = said.answer == Answer.NO ? said.on : firstNoAfter(said.on, noes);
        into.add(
            new FactStatement(
                fact.id(),
                said.answer,
                null,
                said.on,
                until,
                null,
                null,
                Origin.RECORDED,
                said.draft.where()));
      }
    });
  }

  /** By the first day each can be of: of the noes from there on, the one that is over first. */
  private static NavigableMap<LocalDate, PartialDate> noes(List<Said> all) {
    NavigableMap<LocalDate, PartialDate> noes = new TreeMap<>();
    for (Said said : all) {
      if (said.answer == Answer.NO && said.on != null) {
        noes.merge(said.on.earliest(), said.on, Observations::first);
      }
    }
    PartialDate first = null;
    for (Map.Entry<LocalDate, PartialDate> no : noes.descendingMap().entrySet()) {
      first = first == null ? no.getValue() : first(no.getValue(), first);
      no.setValue(first);
    }
    return noes;
  }

  private static PartialDate first(PartialDate a, PartialDate b) {
    return b.latest().isBefore(a.latest()) ? b : a;
  }

  private static @Nullable PartialDate firstNoAfter(
      @Nullable PartialDate yes, NavigableMap<LocalDate, PartialDate> noes) {
    Map.Entry<LocalDate, PartialDate> after = yes == null ? null : noes.higherEntry(yes.latest());
    return after == null ? null : after.getValue();
  }
}
