package org.percuta.clinic.platform.database;

/** Tells the person at the terminal what the start is doing; a log is for later readers. */
public final class Progress {

  private Progress() {}

  @SuppressWarnings("SystemOut")
  public static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
