package org.percuta.fhir.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.percuta.protocol.model.CodeMapping;
import org.percuta.protocol.model.Condition.Supply;
import org.percuta.protocol.model.FactDefinition;
import org.percuta.protocol.model.FactGroup;
import org.percuta.protocol.model.Grade;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shipped terminology, with the facts as far as reading FHIR needs them. */
final class TestKnowledge {

  private TestKnowledge() {}

  private static final String FACTS =
      """
      pregnant conditions
      breastfeeding conditions
      acne-active conditions sited
      open-wound conditions sited
      skin-infection conditions sited
      cold-sore-active conditions sited
      cold-sore-history conditions
      eczema conditions sited
      psoriasis conditions sited
      vitiligo-lichen-planus conditions
      rosacea conditions sited
      contact-dermatitis conditions sited
      keloid-history conditions
      raised-scars conditions sited
      mole-or-tattoo conditions sited
      bleeding-disorder conditions
      diabetes conditions
      heart-condition conditions
      skin-cancer-active conditions sited
      cancer-history conditions
      immunosuppression conditions
      connective-tissue-disease conditions
      methaemoglobinaemia-risk conditions
      sensitive-skin conditions
      isotretinoin medications
      acne-medicine medications supply
      retinoid-topical medications supply
      antibiotic medications supply
      blood-thinner medications supply
      aspirin medications supply
      ibuprofen medications supply
      nsaid medications supply
      otc-painkiller medications
      fish-oil medications supply
      vitamin-e medications supply
      photosensitising-medicine medications
      chemotherapy medications
      anaesthetic-allergy allergies
      metal-allergy allergies
      topical-allergy allergies
      radiotherapy procedures
      microneedling procedures sited
      botulinum-toxin procedures sited
      dermal-filler procedures sited
      laser procedures sited
      chemical-peel procedures sited
      facial-surgery procedures sited
      acid-topical habits supply
      exfoliation habits sited
      hair-removal habits sited
      sunburn habits sited
      tanning habits
      alcohol habits
      smoking habits
      home-needling habits sited
      """;

  static final List<String> SITES =
      List.of(
          "face",
          "forehead",
          "glabella",
          "under-eye",
          "cheeks",
          "nose",
          "upper-lip",
          "chin",
          "neck",
          "decolletage",
          "arms",
          "hands",
          "abdomen",
          "thighs",
          "legs",
          "back",
          "scalp");

  static final Path ROOT = root();

  static FhirReader reader() {
    return FhirReader.of(mappings(), facts(), SITES);
  }

  static Map<String, FactDefinition> facts() {
    Map<String, FactDefinition> facts = new LinkedHashMap<>();
    FACTS
        .lines()
        .map(String::strip)
        .forEach(line -> {
          List<String> words = List.of(line.split(" "));
          facts.put(
              words.get(0),
              new FactDefinition(
                  words.get(0),
                  words.get(0),
                  words.get(0) + "?",
                  "",
                  FactGroup.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
                  words.contains("sited"),
                  words.contains("supply"),
                  List.of(),
                  List.of(),
                  List.of(),
                  Grade.C,
                  null));
        });
    return facts;
  }

  static List<CodeMapping> mappings() {
    List<CodeMapping> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("knowledge/terminology"))) {
      files.sorted().forEach(file -> all.addAll(mappings(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static List<CodeMapping> mappings(Path file) {
    try {
      Map<?, ?> root =
          (Map<?, ?>)
              new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      List<CodeMapping> mappings = new ArrayList<>();
      for (Object item : (List<?>) root.values().iterator().next()) {
        Map<?, ?> entry = (Map<?, ?>) item;
        Object supply = entry.get("supply");
        mappings.add(
            new CodeMapping(
                text(entry, "fact"),
                text(entry, "system"),
                text(entry, "code"),
                text(entry, "display"),
                Boolean.TRUE.equals(entry.get("prefix")),
                supply == null ? null : Supply.valueOf(supply.toString().toUpperCase(Locale.ROOT)),
                text(entry, "says-so")));
      }
      return mappings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Map<?, ?> entry, String key) {
    return String.valueOf(entry.get(key));
  }

  /** Tests run in the module's folder, or in the root. */
  private static Path root() {
    return Files.isDirectory(Path.of("knowledge")) ? Path.of("") : Path.of("..");
  }
}
