package org.percuta.clinic.consent;

/**
 * The words of the house before the sourced content, and how long a signature counts.
 *
 * @param version 0 for the text that Percuta brings, until the clinic writes its own
 */
record ConsentTemplate(ConsentKind kind, int version, String intro, int validMonths) {

  private static final int YEAR = 12;

  static ConsentTemplate brought(ConsentKind kind) {
    return switch (kind) {
      case TREATMENT ->
          new ConsentTemplate(
              kind,
              0,
              "Please read this with your clinician and ask whatever you want to ask. You can say"
                  + " no, take more time, or stop at any time, also after you have signed.",
              YEAR);
      case PHOTO ->
          new ConsentTemplate(
              kind,
              0,
              "We take photographs of the treated place before and after sessions, to see whether"
                  + " it works and how it heals. They stay in your record and nobody outside the"
                  + " clinic sees them. You can say no and still be treated.",
              YEAR);
      case MARKETING ->
          new ConsentTemplate(
              kind,
              0,
              "We may show photographs of your treated place to other people, for example on our"
                  + " pages or in talks, without your name. What has been shown cannot be called"
                  + " back everywhere. This has nothing to do with your treatment: you can say no.",
              YEAR);
    };
  }
}
