package org.quotidian.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h/d?user=u&password=p&ssl=true, jdbc:postgresql://h/d?ssl=true, u, p",
    "jdbc:postgresql://h/d?password=p&user=u, jdbc:postgresql://h/d, u, p",
    "jdbc:postgresql://h/d?ssl=true&password=p%26q, jdbc:postgresql://h/d?ssl=true, '', p&q",
    "jdbc:postgresql://u:p@h:5432/d, jdbc:postgresql://h:5432/d, u, p",
    "jdbc:postgresql://u:p%40q@h/d?ssl=true, jdbc:postgresql://h/d?ssl=true, u, p@q",
    "jdbc:postgresql://h/d?password=100%, jdbc:postgresql://h/d, '', 100%",
    "jdbc:hsqldb:file:d;user=u;password=p%26;ifexists=true, jdbc:hsqldb:file:d;ifexists=true, u, p%26",
    "jdbc:hsqldb:file:d, jdbc:hsqldb:file:d, '', ''",
  })
  void aDatabaseHasItsPasswordByItself(String written, String url, String user, String password) {
    assertThat(Login.ofDatabase(written)).isEqualTo(new Login(url, user, password));
  }

  @ParameterizedTest
  @CsvSource({
    "https://u:a+b@h:9091/x, https://h:9091/x, u, a+b",
    "tcp://u:p@h:61616?trustStorePath=t, tcp://h:61616?trustStorePath=t, u, p",
    "http://u@h, http://h, u, ''",
    "http://h/a@b, http://h/a@b, '', ''",
  })
  void soHasAnAddress(String written, String url, String user, String password) {
    assertThat(Login.of(written)).isEqualTo(new Login(url, user, password));
  }
}
