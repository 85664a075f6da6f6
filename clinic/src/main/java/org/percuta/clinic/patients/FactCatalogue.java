package org.percuta.clinic.patients;

import java.util.List;

/** The facts one can record, for the form to offer. The knowledge base provides it as a bean. */
public interface FactCatalogue {

  /**
   * @param label as a person reads it
   */
  record Entry(String fact, String label) {}

  List<Entry> list();
}
