package org.percuta.protocol.model;

/** A claim that no item carries out, and why. */
public record NotModelled(String claim, String reason) {}
