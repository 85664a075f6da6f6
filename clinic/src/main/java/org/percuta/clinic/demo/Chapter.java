package org.percuta.clinic.demo;

/**
 * One feature's part of the demonstration. A feature that comes later gets a class of its own: it
 * either tells {@link Story#at} what happens when, or joins in with {@link Story#after}.
 */
interface Chapter {

  /** Called once, before anything is played. */
  void write(Story story);
}
