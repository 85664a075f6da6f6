package org.percuta.clinic.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.patients.Patient;
import org.percuta.protocol.model.Goal;

/** A fictional person: who they are, what falls to them, and what has become of it so far. */
final class Person {

  private final String given;
  private final String family;
  private final Patient.Sex sex;
  private final LocalDate born;
  private final int phototype;
  private final int weight_kg;
  private final int number;
  private final Goal goal;
  private final Lot lot;
  private final Ending ending;
  private final List<Said> says;
  private final LocalDateTime calls;
  private final Random chance;
  private @Nullable UUID id;
  private @Nullable UUID course;
  private @Nullable UUID consent;

  Person(
      int number,
      String given,
      String family,
      Patient.Sex sex,
      LocalDate born,
      int phototype,
      int weight_kg,
      Goal goal,
      Lot lot,
      Ending ending,
      List<Said> says,
      LocalDateTime calls,
      Random chance) {
    this.number = number;
    this.given = given;
    this.family = family;
    this.sex = sex;
    this.born = born;
    this.phototype = phototype;
    this.weight_kg = weight_kg;
    this.goal = goal;
    this.lot = lot;
    this.ending = ending;
    this.says = List.copyOf(says);
    this.calls = calls;
    this.chance = chance;
  }

  String given() {
    return given;
  }

  String family() {
    return family;
  }

  Patient.Sex sex() {
    return sex;
  }

  LocalDate born() {
    return born;
  }

  int phototype() {
    return phototype;
  }

  int weight_kg() {
    return weight_kg;
  }

  /** From 0; the same person has the same on every day. */
  int number() {
    return number;
  }

  Goal goal() {
    return goal;
  }

  Lot lot() {
    return lot;
  }

  Ending ending() {
    return ending;
  }

  /** What is said in the consultation, besides no to all else. */
  List<Said> says() {
    return says;
  }

  /** When this person calls the clinic for the first time. */
  LocalDateTime calls() {
    return calls;
  }

  /** This person's own, so that one more decision about somebody else changes nothing here. */
  Random chance() {
    return chance;
  }

  boolean happens(double probability) {
    return chance.nextDouble() < probability;
  }

  /** Of the record, once there is one. */
  UUID id() {
    if (id == null) {
      throw new IllegalStateException(given + " " + family + " has no record yet.");
    }
    return id;
  }

  void setId(UUID made) {
    id = made;
  }

  /** Of the course, once one is planned. */
  UUID course() {
    if (course == null) {
      throw new IllegalStateException(given + " " + family + " has no course yet.");
    }
    return course;
  }

  void setCourse(UUID made) {
    course = made;
  }

  @Nullable UUID consent() {
    return consent;
  }

  void setConsent(UUID signed) {
    consent = signed;
  }
}
