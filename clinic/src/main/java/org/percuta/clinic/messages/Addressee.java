package org.percuta.clinic.messages;

import java.time.ZoneId;

/**
 * Where and when messages may reach a patient.
 *
 * @param clinicZone where the clinic's appointments are
 * @param zone where the patient is
 * @param ownZone what was set for this patient; empty for the clinic's
 * @param version of the preference; 0 until one was set
 */
record Addressee(
    String clinicName,
    ZoneId clinicZone,
    ZoneId zone,
    String ownZone,
    boolean noEmail,
    SendingHours hours,
    int version) {}
