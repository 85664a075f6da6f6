package org.percuta.cli;

/** What the command's exit status means. */
final class ExitCode {

  static final int ANSWERED = 0;
  static final int BROKEN = 1;
  static final int BAD_INPUT = 2;
  static final int KNOWLEDGE_INVALID = 3;

  private ExitCode() {}
}
