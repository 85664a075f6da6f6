package org.percuta.clinic.platform.errors;

/** An error in words: what, why, what next. */
record ProblemView(String title, String why, String next) {}
