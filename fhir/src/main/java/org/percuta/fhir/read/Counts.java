package org.percuta.fhir.read;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the resources of a file: {@code resources} is the sum of all the others.
 *
 * @param resources all resources, contained ones not among them
 * @param used those that say something about the person: patients, medications that a used resource
 *     refers to, and whatever gave a statement or an attribute
 * @param setAside those whose status says that they do not count: entered in error, refuted, not
 *     done, not taken, cancelled
 * @param withoutMeaning those of a type we read, with codes that stand for no fact
 * @param uncoded those of a type we read that have no code at all, only text; they may mean
 *     something that we cannot tell
 * @param broken those that could not be read, each with a finding
 * @param otherTypes those of a type we do not read, by type
 */
public record Counts(
    int resources,
    int used,
    int setAside,
    int withoutMeaning,
    int uncoded,
    int broken,
    SortedMap<String, Integer> otherTypes) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, new TreeMap<>());

  public Counts {
    otherTypes = Collections.unmodifiableSortedMap(new TreeMap<>(otherTypes));
  }
}
