package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.percuta.clinic.patients.Patient;
import org.percuta.protocol.model.Goal;

/** Makes up the people: the same for the same seed and day. */
final class People {

  private static final int ALL = 200;

  /** Given names of many places; each falls to a woman, a man or somebody else. */
  private static final List<String> WOMEN =
      List.of(
          "Amara", "Zofia", "Leila", "Ingrid", "Mei", "Chiara", "Nadia", "Rosa", "Yuki", "Freya",
          "Asha", "Marisol", "Thandi", "Elif", "Brigid", "Saoirse", "Noor", "Katya", "Lucía",
          "Hana", "Oluchi", "Greta", "Simone", "Anjali", "Mirela", "Tui", "Esther", "Dilnoza");

  private static final List<String> MEN =
      List.of(
          "Kenji", "Mateo", "Idris", "Lars", "Kwame", "Rafael", "Anton", "Bilal", "Hugo", "Jun",
          "Emre", "Tomás", "Obi", "Viktor", "Arjun", "Niall", "Samuel", "Youssef", "Pavel", "Tane");

  private static final List<String> OTHERS = List.of("Sasha", "Robin", "Ariel", "Kit");

  /** Made-up family names, so that nobody takes them for somebody they know. */
  private static final List<String> FAMILIES =
      List.of(
          "Larkmeadow",
          "Thistledown",
          "Juniperley",
          "Marrowfield",
          "Foxglover",
          "Pebblestone",
          "Quincewood",
          "Nettleby",
          "Silverbirch",
          "Cloudberry",
          "Hazelnook",
          "Saffronelli",
          "Willowmere",
          "Brambleton",
          "Tamarindo",
          "Oakenshaw",
          "Figueroble",
          "Mistletow",
          "Cinnamoni",
          "Rowanhurst",
          "Lindenblatt",
          "Heatherstone",
          "Olivander",
          "Peppercorn",
          "Applegarth",
          "Moonseed",
          "Starling-Reed",
          "Fernandine",
          "Mulberrin",
          "Tidewater",
          "Honeysett",
          "Plumtree",
          "Sagebrook",
          "Wintergreen",
          "Almondsen",
          "Bluebellow");

  private static final List<Goal> GOALS =
      List.of(
          Goal.inClinic("acne-scars", "cheeks"),
          Goal.inClinic("fine-lines-wrinkles", "face"),
          Goal.inClinic("hyperpigmentation", "cheeks"),
          Goal.inClinic("enlarged-pores", "nose"),
          Goal.inClinic("stretch-marks", "abdomen"),
          Goal.inClinic("skin-laxity", "neck"),
          Goal.inClinic("scars", "arms"),
          Goal.inClinic("sun-damage", "decolletage"),
          Goal.inClinic("acne-scars", "forehead"),
          Goal.inClinic("uneven-tone", "face"),
          Goal.inClinic("stretch-marks", "thighs"),
          Goal.inClinic("burn-scars", "arms"));

  private static final List<Said> LIMITS =
      List.of(
          Said.yes("cold-sore-history").last(240).noting("About once a year."),
          Said.yes("anaesthetic-allergy").noting("Swelling after a dentist's injection."),
          Said.yes("topical-allergy").noting("Rash from a perfumed cream."),
          Said.yes("mole-or-tattoo").noting("A raised mole; left out."));

  private static final List<Said> DELAYS =
      List.of(
          Said.yes("retinoid-topical").last(1).bought(),
          Said.yes("sunburn").last(2),
          Said.yes("laser").last(6),
          Said.yes("chemical-peel").last(5),
          Said.yes("isotretinoin").last(70),
          Said.yes("botulinum-toxin").last(2),
          Said.yes("dermal-filler").last(6),
          Said.yes("home-needling").last(5).noting("A roller from a shop."));

  private static final List<Said> REFUSALS =
      List.of(
          Said.yes("pregnant"),
          Said.yes("breastfeeding"),
          Said.yes("isotretinoin").last(0).prescribed(),
          Said.yes("chemotherapy").last(0).prescribed());

  private static final List<Said> FOR_A_CLINICIAN =
      List.of(
          Said.yes("diabetes").noting("Type 2, treated with tablets."),
          Said.yes("blood-thinner").last(0).prescribed(),
          Said.yes("keloid-history").noting("One on the shoulder."),
          Said.yes("rosacea"),
          Said.yes("bleeding-disorder"),
          Said.yes("aspirin").last(0).prescribed(),
          Said.yes("metal-allergy").noting("Nickel in earrings."),
          Said.yes("cancer-history").noting("Ended treatment years ago."));

  private static final List<Said> UNKNOWNS =
      List.of(
          Said.notKnown("keloid-history"),
          Said.notKnown("bleeding-disorder"),
          Said.notKnown("metal-allergy"),
          Said.notKnown("immunosuppression"));

  private People() {}

  static List<Person> of(long seed, LocalDateTime now) {
    Random all = new Random(seed);
    List<Person> people = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int number = 0; number < ALL; number++) {
      people.add(person(number, names, new Random(all.nextLong()), now));
    }
    return List.copyOf(people);
  }

  private static Person person(int number, Set<String> names, Random chance, LocalDateTime now) {
    Lot lot = lot(number);
    Patient.Sex sex = sex(number, lot);
    LocalDate today = now.toLocalDate();
    String given = given(number, sex);
    String family = family(number, given, names);
    return new Person(
        number,
        given,
        family,
        sex,
        today.minusYears(24 + chance.nextInt(44)).minusDays(chance.nextInt(365)),
        1 + (chance.nextInt(6) + chance.nextInt(6)) / 2,
        50 + chance.nextInt(45),
        GOALS.get(number % GOALS.size()),
        lot,
        ending(number, lot),
        says(number, lot, GOALS.get(number % GOALS.size())),
        calls(lot, number, chance, now),
        chance);
  }

  /** Of every 20 people; most have nothing that stands in the way. */
  private static Lot lot(int number) {
    return switch (number % 20) {
      case 3 -> Lot.ASKING;
      case 4, 14 -> Lot.LIMITED;
      case 6, 16 -> Lot.DEFERRED;
      case 8 -> Lot.REFUSED;
      case 11, 18 -> Lot.CLEARANCE;
      case 13 -> Lot.DOES_NOT_KNOW;
      default -> Lot.WELL;
    };
  }

  private static Patient.Sex sex(int number, Lot lot) {
    if (lot == Lot.REFUSED) {
      return Patient.Sex.FEMALE;
    }
    return switch (number % 10) {
      case 2, 5, 9 -> Patient.Sex.MALE;
      case 7 -> number % 30 == 7 ? Patient.Sex.OTHER : Patient.Sex.FEMALE;
      default -> Patient.Sex.FEMALE;
    };
  }

  private static String given(int number, Patient.Sex sex) {
    List<String> names =
        switch (sex) {
          case FEMALE -> WOMEN;
          case MALE -> MEN;
          case OTHER, UNKNOWN -> OTHERS;
        };
    return names.get((number + number / names.size()) % names.size());
  }

  /** Nobody has the name of another. */
  private static String family(int number, String given, Set<String> names) {
    int turn = number * 7;
    while (!names.add(given + FAMILIES.get(turn % FAMILIES.size()))) {
      turn++;
    }
    return FAMILIES.get(turn % FAMILIES.size());
  }

  private static Ending ending(int number, Lot lot) {
    if (lot == Lot.DEFERRED || lot == Lot.LIMITED) {
      return number % 3 == 0 ? Ending.DRAFT : Ending.GOES_ON;
    }
    return switch (number % 25) {
      case 0 -> Ending.DRAFT;
      case 7, 17 -> Ending.THINKS;
      case 10 -> Ending.DECLINES;
      case 15 -> Ending.STOPS;
      case 22 -> Ending.WITHDRAWS;
      default -> Ending.GOES_ON;
    };
  }

  private static List<Said> says(int number, Lot lot, Goal goal) {
    int turn = number / 10;
    return switch (lot) {
      case ASKING, WELL -> List.of();
      case LIMITED -> List.of(LIMITS.get(turn % LIMITS.size()));
      case DEFERRED -> List.of(DELAYS.get(turn % DELAYS.size()));
      case REFUSED ->
          turn % 5 == 4
              ? List.of(Said.yes("eczema").at(goal.site()))
              : List.of(REFUSALS.get(turn % REFUSALS.size()));
      case CLEARANCE -> List.of(FOR_A_CLINICIAN.get(turn % FOR_A_CLINICIAN.size()));
      case DOES_NOT_KNOW -> List.of(UNKNOWNS.get(turn % UNKNOWNS.size()));
    };
  }

  /** Those who wait for something called lately, so that it is still so today. */
  private static LocalDateTime calls(Lot lot, int number, Random chance, LocalDateTime now) {
    int daysAgo =
        switch (lot) {
          case ASKING -> 1 + chance.nextInt(3);
          case DEFERRED -> 5 + chance.nextInt(5);
          case DOES_NOT_KNOW, CLEARANCE, REFUSED -> 8 + chance.nextInt(120);
          case LIMITED -> 20 + chance.nextInt(160);
          case WELL ->
              number % 25 == 9 ? 400 + chance.nextInt(40) : 4 + (int) (190 * skewed(chance));
        };
    return now.minusDays(daysAgo).toLocalDate().atTime(9 + chance.nextInt(8), chance.nextInt(60));
  }

  /** Between 0 and 1, lately more often than long ago. */
  private static double skewed(Random chance) {
    double one = chance.nextDouble();
    return one * Math.sqrt(one);
  }
}
