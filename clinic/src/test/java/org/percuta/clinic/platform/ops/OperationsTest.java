package org.percuta.clinic.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.security.Role;
import org.percuta.clinic.testing.ClinicAppTest;

class OperationsTest extends ClinicAppTest {

  @Test
  void healthAndReadinessAnswerInJson() {
    assertThat(visitor().get("/health").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(visitor().get("/ready").body()).contains("\"database\":\"up\"");
  }

  @Test
  void metricsNameRoutesAndNeverRecords() {
    ClinicId clinic = newClinic();
    String patient = newPatient(clinic, "Giulia", "Rossi", "1990-04-02").toString();
    var owner = signedIn(clinic, Role.OWNER);
    owner.get("/patients/" + patient);

    String metrics = owner.get("/metrics").body();

    assertThat(metrics)
        .contains("uri=\"/patients/{patientId}\"", "hikaricp_connections", "jvm_memory_used_bytes")
        .doesNotContain(patient);
  }

  @Test
  void unknownAddressesAndAssetsAreNotFoundInWords() {
    for (String address :
        new String[] {"/nothing", "/assets/nothing.css", "/assets/../application.yaml"}) {
      var answer = visitor().get(address);
      assertThat(answer.status()).as(address).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("at org.", "Exception");
    }
    assertThat(visitor().get("/favicon.ico").status()).isEqualTo(200);
  }
}
