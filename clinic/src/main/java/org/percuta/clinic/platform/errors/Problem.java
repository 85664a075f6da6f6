package org.percuta.clinic.platform.errors;

import org.springframework.http.HttpStatus;

/**
 * What can go wrong as a person sees it. The one place where an error becomes a status and words.
 */
enum Problem {
  NOT_FOUND,
  NOT_ALLOWED,
  STALE_FORM,
  BAD_REQUEST,
  TOO_LARGE,
  DATABASE_DOWN,
  CONTENT_UNREADABLE,
  INTERNAL;

  HttpStatus status() {
    return switch (this) {
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case NOT_ALLOWED, STALE_FORM -> HttpStatus.FORBIDDEN;
      case BAD_REQUEST -> HttpStatus.BAD_REQUEST;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case DATABASE_DOWN, CONTENT_UNREADABLE -> HttpStatus.SERVICE_UNAVAILABLE;
      case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /**
   * Whether the page that says so must not ask the database who is calling: it may be the cause.
   */
  boolean isOfTheDatabaseOrUs() {
    return switch (this) {
      case NOT_FOUND, NOT_ALLOWED, STALE_FORM, BAD_REQUEST, TOO_LARGE -> false;
      case DATABASE_DOWN, CONTENT_UNREADABLE, INTERNAL -> true;
    };
  }

  ProblemView view() {
    return switch (this) {
      case NOT_FOUND ->
          new ProblemView(
              "Page not found",
              "There is nothing at this address, or not in your clinic.",
              "Check the address, or go back to the start page.");
      case NOT_ALLOWED ->
          new ProblemView(
              "Not for your role",
              "You are signed in, and your role does not open this page.",
              "Ask the owner of your clinic if you need it.");
      case STALE_FORM ->
          new ProblemView(
              "This form is too old",
              "The page was open for too long or in another sign-in, so nothing was saved.",
              "Go back, reload the page and send it again.");
      case BAD_REQUEST ->
          new ProblemView(
              "We could not read that",
              "The request was not complete, so nothing was changed.",
              "Go back, reload the page and try again.");
      case TOO_LARGE ->
          new ProblemView(
              "That is too large",
              "A document can be up to 10 MB, a FHIR file up to 20 MB. Nothing was saved.",
              "Go back and choose a smaller file.");
      case DATABASE_DOWN ->
          new ProblemView(
              "The database is not answering",
              "What was saved before is safe. What you just sent was not saved.",
              "Wait a moment and reload this page. It works again as soon as the database does.");
      case CONTENT_UNREADABLE ->
          new ProblemView(
              "The clinical content cannot be read",
              "This version of Percuta cannot read the clinical content your clinic works by, so it"
                  + " gives no verdict and plans nothing. Records are safe.",
              "A clinician can look at the content that is waiting at /knowledge/upgrade and accept"
                  + " it, or the person who runs Percuta starts the version from before. Patients who"
                  + " worry about their skin call the clinic and wait for none of this.");
      case INTERNAL ->
          new ProblemView(
              "Something went wrong on our side",
              "It is in the log. What was saved before is safe.",
              "Try again. If it stays so, tell the person who runs Percuta the time it happened.");
    };
  }
}
