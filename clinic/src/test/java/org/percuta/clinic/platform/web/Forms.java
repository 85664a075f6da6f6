package org.percuta.clinic.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms and links of a page, as the application's own templates write them. */
final class Forms {

  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern CONTROL =
      Pattern.compile("(?s)<(?:input|select|textarea|button)\\b([^>]*)>");
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*)");

  private Forms() {}

  /**
   * A form.
   *
   * @param fields name of each control with the value it was given, if any
   */
  record Form(String method, String action, Map<String, String> fields) {

    /** The same for every patient and every course. */
    String kind() {
      return method + " " + general(action) + " " + fields.keySet();
    }
  }

  static String general(String address) {
    return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}").replaceAll("\\d+", "{n}");
  }

  static List<Form> of(String path, String body) {
    List<Form> forms = new ArrayList<>();
    Matcher form = FORM.matcher(body);
    while (form.find()) {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher control = CONTROL.matcher(form.group(2));
      while (control.find()) {
        attribute(control.group(1), "name")
            .filter(name -> !name.equals("_csrf"))
            .ifPresent(
                name -> fields.putIfAbsent(name, attribute(control.group(1), "value").orElse("")));
      }
      forms.add(
          new Form(
              attribute(form.group(1), "method").orElse("get").toLowerCase(java.util.Locale.ROOT),
              attribute(form.group(1), "action").orElse(path),
              fields));
    }
    return forms;
  }

  static List<String> links(String body) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(body);
    while (link.find()) {
      links.add(text(link.group(1)));
    }
    return links;
  }

  private static Optional<String> attribute(String tag, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? Optional.of(text(value.group(1))) : Optional.empty();
  }

  private static String text(String escaped) {
    return escaped.replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&");
  }
}
