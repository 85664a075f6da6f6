package org.percuta.clinic.assessment;

/**
 * How far somebody has come with the questions.
 *
 * @param done pages answered so far, this one not counted
 * @param all pages there can be at most: an answer can make others needless
 * @param begun whether anything was answered
 */
record Progress(int done, int all, boolean begun) {

  String words() {
    return done + 1 >= all
        ? "Last page of questions, as far as we can tell"
        : "Page " + (done + 1) + " of at most " + all;
  }

  int percent() {
    return 100 * done / all;
  }
}
