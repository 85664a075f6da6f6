package org.percuta.cli;

/** What the command's exit status means. */
public final class ExitCode {

  public static final int ANSWERED = 0;
  public static final int BROKEN = 1;
  public static final int BAD_INPUT = 2;
  public static final int KNOWLEDGE_INVALID = 3;

  private ExitCode() {}
}
