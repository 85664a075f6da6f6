package org.percuta.clinic.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.percuta.clinic.courses.Courses;
import org.percuta.clinic.courses.PatientCourse;
import org.percuta.clinic.patients.Patients;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.quotes.CourseQuotes;
import org.percuta.clinic.quotes.PriceLists;
import org.springframework.core.annotation.Order;

/**
 * A price list, and quotes for some of the courses offered. Who decides answers the quote; who goes
 * on thinking lets it run out. The prices are made up and stand for no clinic's.
 */
@DemoComponent
@Order(60)
class QuotesChapter implements Chapter {

  private static final int ASKS = 3;
  private static final String DEMO_ONLY = " (fictional demo price)";

  private final PriceLists prices;
  private final CourseQuotes quotes;
  private final Patients patients;
  private final Courses courses;

  QuotesChapter(PriceLists prices, CourseQuotes quotes, Patients patients, Courses courses) {
    this.prices = prices;
    this.quotes = quotes;
    this.patients = patients;
    this.courses = courses;
  }

  @Override
  public void write(Story story) {
    Map<Person, UUID> offered = new HashMap<>();
    story.at(story.now().minusDays(445), () -> price(story.cast().owner()));
    story.after(Turn.OFFERED, person -> offer(story.cast().desk(), person, offered));
    story.after(Turn.ACCEPTED, person -> accept(story.cast().desk(), person, offered));
    story.after(Turn.STOPPED, person -> decline(story.cast().desk(), person, offered));
  }

  private void price(Actor owner) {
    Map<String, String> faults = prices.add(owner, list(owner));
    if (!faults.isEmpty()) {
      throw new IllegalStateException("The price list of the demonstration is refused: " + faults);
    }
  }

  private Map<String, String> list(Actor owner) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("validFrom", patients.today(owner).toString());
    typed.put("validDays", "30");
    typed.put("currency", "GBP");
    typed.put("taxName", "VAT, all prices fictional");
    typed.put("taxPercent", "20");
    typed.put("taxHow", "INCLUDED");
    typed.put("amount-0", "180.00");
    typed.put("concern-1", "stretch-marks");
    typed.put("amount-1", "220.00");
    typed.put("concern-2", "burn-scars");
    typed.put("amount-2", "240.00");
    typed.put("extra-0", "Numbing cream" + DEMO_ONLY);
    typed.put("extraAmount-0", "15.00");
    typed.put("extraPer-0", "SESSION");
    typed.put("extra-1", "Aftercare set" + DEMO_ONLY);
    typed.put("extraAmount-1", "35.00");
    typed.put("extraPer-1", "ONCE");
    typed.put("bundle-0", "3");
    typed.put("bundlePercent-0", "10");
    return typed;
  }

  private void offer(Actor desk, Person person, Map<Person, UUID> offered) {
    boolean goesOn = person.ending() == Ending.GOES_ON;
    if (!goesOn || person.number() % ASKS == 1) {
      quotes
          .offer(desk, patients.get(person.id()), courses.get(person.course()), isPackage(person))
          .ifPresent(id -> offered.put(person, id));
    }
  }

  private static boolean isPackage(Person person) {
    return person.number() % 2 == 0;
  }

  private void accept(Actor desk, Person person, Map<Person, UUID> offered) {
    UUID quote = offered.get(person);
    if (quote != null) {
      PatientCourse course = courses.get(person.course());
      done(quotes.answer(desk, course, quote, true, "").isEmpty());
      if (isPackage(person)) {
        quotes.paid(desk, course, quote, "The whole package, by card");
      }
    }
  }

  private void decline(Actor desk, Person person, Map<Person, UUID> offered) {
    UUID quote = offered.get(person);
    if (quote != null && person.ending() == Ending.DECLINES) {
      PatientCourse course = courses.get(person.course());
      done(quotes.answer(desk, course, quote, false, "Decided against it.").isEmpty());
    }
  }

  private static void done(boolean taken) {
    if (!taken) {
      throw new IllegalStateException("A quote of the demonstration did not take its answer.");
    }
  }
}
