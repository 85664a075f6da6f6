package org.percuta.clinic.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.enquiries.Enquiries;
import org.percuta.clinic.platform.web.Form;

/**
 * The form that sends the answers to a clinic.
 *
 * @param problem why it cannot be sent at the moment; absent when it can
 */
record EnquiryView(
    String goal,
    String headline,
    List<Enquiries.Clinic> clinics,
    String consent,
    Form form,
    @Nullable String problem) {}
