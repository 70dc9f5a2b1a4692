package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quotidian.batch.OutputFiles;

/** Run and worker use TLS for database and broker, and connect only to servers that they trust. */
@Tag("process")
@Tag("server")
@Tag("slow")
@Timeout(300) // seconds; on an idle machine twenty
class RemoteTlsTest {

  private static final String SECRET = "secret-of-the-keys";
  private static final char[] PASSWORD = SECRET.toCharArray();

  @TempDir private Path folder;

  @Test
  void encryptedToBothAndOnlyWithTheRightCertificates() throws Exception {
    Path keys = certificate("server");
    Path trust = trusted(keys, "trust");
    trusted(certificate("stranger"), "strangers");
    Files.createDirectory(folder.resolve("input"));
    Files.writeString(folder.resolve("input/a.txt"), "Titre\n\nLe maire attend le marché.\n");
    int brokerPort = freePort();
    QuotidianProcess broker =
        QuotidianProcess.start(
            folder,
            Broker.class.getName(),
            Map.of(),
            folder.resolve("broker").toString(),
            "tcp://localhost:%d?sslEnabled=true&keyStorePath=%s&keyStorePassword=%s"
                .formatted(brokerPort, keys, SECRET));
    try (EmbeddedPostgres postgres = postgres(keys)) {
      writeJob(postgres.getPort(), brokerPort, trust);
      while (broker.isAlive() && !broker.screen().contains("broker is up")) {
        Thread.sleep(20);
      }

      QuotidianProcess stranger =
          start("worker", "--set", "database.url=" + url(postgres.getPort(), "strangers.pem"));
      assertThat(stranger.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(stranger.screen())
          .contains("cannot use the database", "SSL")
          .doesNotContain("at org.");

      QuotidianProcess run = start("run");
      QuotidianProcess worker = start("worker");
      assertThat(run.exitCode()).as(run.screen() + worker.screen()).isZero();
      assertThat(OutputFiles.rows(folder.resolve("output/articles.csv"))).hasSize(1);
      assertThat(worker.exitCode()).as(worker.screen()).isZero();
    } finally {
      broker.kill();
    }
  }

  private void writeJob(int postgresPort, int brokerPort, Path trust) throws IOException {
    Files.writeString(
        folder.resolve("job.yml"),
        """
        corpus: tls
        input: [input]
        output: output
        threads: 1
        database: {url: "%s", user: postgres}
        workers:
          mode: remote
          transport: artemis
          url: "tcp://localhost:%d?sslEnabled=true&trustStorePath=%s&trustStorePassword=${TRUST_PASSWORD}"
          user: %s
          poll: 100ms
          timeout: 20s
        """
            .formatted(url(postgresPort, "trust.pem"), brokerPort, trust, Broker.USER));
  }

  private String url(int port, String certificates) {
    return "jdbc:postgresql://localhost:%d/postgres?sslmode=verify-full&sslrootcert=%s"
        .formatted(port, folder.resolve(certificates));
  }

  private QuotidianProcess start(String command, String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    arguments[0] = command;
    arguments[1] = "job.yml";
    System.arraycopy(options, 0, arguments, 2, options.length);
    Map<String, String> environment =
        Map.of(
            "QUOTIDIAN_DATABASE_PASSWORD",
            "postgres",
            "QUOTIDIAN_WORKERS_PASSWORD",
            Broker.PASSWORD,
            "TRUST_PASSWORD",
            SECRET);
    return QuotidianProcess.start(folder, "org.quotidian.Quotidian", environment, arguments);
  }

  private EmbeddedPostgres postgres(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    Path key = folder.resolve("server.key");
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
    return EmbeddedPostgres.builder()
        .setServerConfig("ssl", "on")
        .setServerConfig("ssl_cert_file", folder.resolve("trust.pem").toString())
        .setServerConfig("ssl_key_file", key.toString())
        .start();
  }

  /** A key with a self-signed certificate. */
  private Path certificate(String name) throws IOException, InterruptedException {
    Path keys = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                keys.toString(),
                "-storepass",
                SECRET)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    return keys;
  }

  /** The certificate of these keys as a Java key store and in PEM. */
  private Path trusted(Path keys, String name) throws Exception {
    Certificate certificate =
        KeyStore.getInstance(keys.toFile(), PASSWORD).getCertificate("server");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("server", certificate);
    Path trust = folder.resolve(name + ".p12");
    try (var out = Files.newOutputStream(trust)) {
      store.store(out, PASSWORD);
    }
    Files.writeString(folder.resolve(name + ".pem"), pem("CERTIFICATE", certificate.getEncoded()));
    return trust;
  }

  private static String pem(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
