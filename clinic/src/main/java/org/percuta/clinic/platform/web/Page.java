package org.percuta.clinic.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.Role;

/**
 * What the frame of a page needs; every template has it as {@code page}.
 *
 * @param path of the request, without the query
 * @param csrf the token a form sends back as {@code _csrf}
 * @param actor who is signed in, if anybody
 * @param notice what the last action did, said once
 * @param banners what must not be missed
 * @param demo whether everybody here is fictional, which every staff page says
 */
public record Page(
    String path,
    String csrf,
    @Nullable Actor actor,
    @Nullable String notice,
    List<MenuItem> menu,
    List<Banner.Words> banners,
    Assets assets,
    boolean demo) {

  /** Of the request, for an error page: "caller" when it may ask who calls, or "nobody". */
  public static final String PLAIN = "percuta.plain-page";

  /** With more entries than this, the rarer ones are folded away. */
  private static final int MOST_ENTRIES = 6;

  /** Entries that stand in the bar. */
  public List<MenuItem> mainMenu() {
    return menu.stream().filter(item -> !isFolded(item)).toList();
  }

  /** Entries that open under "More". */
  public List<MenuItem> moreMenu() {
    return menu.stream().filter(this::isFolded).toList();
  }

  private boolean isFolded(MenuItem item) {
    return menu.size() > MOST_ENTRIES && item.order() >= MenuItem.RARER;
  }

  /** The address of a static file, with its version in it. */
  public String asset(String file) {
    return assets.address(file);
  }

  public boolean isHere(MenuItem item) {
    return path.equals(item.address()) || path.startsWith(item.address() + "/");
  }

  public boolean may(Role... roles) {
    return actor != null && List.of(roles).contains(actor.role());
  }

  /** Whether somebody of the clinic is signed in, not a visitor or a patient. */
  public boolean isForStaff() {
    return actor != null && actor.role() != Role.PATIENT;
  }

  public String name() {
    return actor == null ? "" : actor.name();
  }

  public String clinic() {
    return actor == null ? "Percuta" : actor.clinicName();
  }

  public String role() {
    return actor == null ? "" : actor.role().word();
  }

  /** What htmx adds to each request it makes. */
  public String headers() {
    return "{\"X-CSRF-TOKEN\": \"" + csrf + "\"}";
  }
}
