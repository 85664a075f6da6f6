package org.percuta.clinic.oidc;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.percuta.clinic.ClinicApplication;
import org.percuta.clinic.testing.RunningClinic;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A second node of the application on the same database, with a provider set that is not up yet
 * when the node starts.
 */
public final class OidcNode implements AutoCloseable {

  private final int providerPort = freePort();
  private final ConfigurableApplicationContext context;

  public OidcNode(RunningClinic beside, String name, String... more) {
    SpringApplication application = new SpringApplication(ClinicApplication.class);
    // As the environment gives it; the command line is refused.
    application.setDefaultProperties(Map.of("percuta.oidc.client-secret", TestProvider.SECRET));
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("--percuta.oidc.issuer=" + TestProvider.address(providerPort));
    settings.add("--percuta.oidc.client-id=" + TestProvider.CLIENT);
    settings.add("--percuta.oidc.name=Rosewood ID");
    context = beside.node(name, application, settings.toArray(String[]::new));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public String address() {
    return "http://localhost:" + RunningClinic.port(context);
  }

  public TestProvider startProvider() throws Exception {
    return new TestProvider(providerPort, address() + "/sign-in/oidc/return");
  }

  public String providerAddress() {
    return TestProvider.address(providerPort);
  }

  @Override
  public void close() {
    context.close();
  }
}
