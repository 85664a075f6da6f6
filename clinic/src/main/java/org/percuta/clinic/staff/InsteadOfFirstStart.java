package org.percuta.clinic.staff;

/** Makes what an empty database begins with, where that is not one clinic and its owner. */
public interface InsteadOfFirstStart {

  /** Before the first page is served, at every start. */
  void fill();

  /** Tells the person at the terminal who can sign in. */
  void greet();
}
