// A temporary registry with four referred genomes, served by the real program.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const kres = process.env.KRES ?? join(root, "build/release/kres");
const reference = process.env.KRES_REFERENCE ?? join(root, "build/reference");
const genomes = process.env.KRES_EXAMPLE_GENOMES ?? "/usr/share/doc/kleborate/examples/data";
const examples = fileURLToPath(new URL("../../examples/kleborate", import.meta.url));

export const people = {
  bioengineer: { username: "anne", name: "Anne Bakke", password: randomBytes(12).toString("hex") },
  second_bioengineer: {
    username: "bjarne",
    name: "Bjarne Bø",
    password: randomBytes(12).toString("hex"),
  },
  microbiologist: { username: "per", name: "Per Olsen", password: randomBytes(12).toString("hex") },
  administrator: { username: "ada", name: "Ada Aas", password: randomBytes(12).toString("hex") },
  referring: { username: "rita", name: "Rita Ravn", password: randomBytes(12).toString("hex") },
};

function run(args, input) {
  const done = spawnSync(kres, args, { input, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`kres ${args.join(" ")}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

// The example referrals, with days counted back from today; HS11286 came so long ago that it is overdue.
function write_referrals(folder) {
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const late = { "@-3": "@-9", "@-5": "@-11" };
  return ["UNN", "OUS"].map((laboratory) => {
    const sent = join(folder, laboratory);
    cpSync(join(examples, laboratory), sent, { recursive: true });
    const sheet = readFileSync(join(sent, "referral.tsv"), "utf8");
    const dated = sheet
      .split("\n")
      .map((line) => (line.includes("HS11286") ? line.replace(/@-\d+/g, (ago) => late[ago]) : line))
      .join("\n")
      .replace(/@-(\d+)/g, (_, ago) => day(Number(ago)));
    writeFileSync(join(sent, "referral.tsv"), dated);
    for (const [, name] of sheet.matchAll(/([\w-]+)\.fna/g))
      unpack(name, join(sent, `${name}.fna`));
    return sent;
  });
}

function unpack(name, path) {
  const packed = [`Klebs_${name}`, name].map((file) => join(genomes, `${file}.fna.xz`));
  const source = packed.find((file) => existsSync(file));
  if (!source)
    throw new Error(`${name} is not in ${genomes}; the package kleborate-examples has it`);
  const { stdout } = spawnSync("xz", ["-dc", source], { maxBuffer: 1 << 26 });
  writeFileSync(path, stdout);
}

// One of the example genomes as a file of its own.
export function write_assembly(folder, genome, name) {
  const path = join(folder, name);
  unpack(genome, path);
  return path;
}

// A pair of simulated reads (2x150, 40x, seed fixed) of the first plasmid of an example genome, or null without ART.
export function write_reads(folder, genome) {
  const records = readFileSync(write_assembly(folder, genome, "whole.fna"), "utf8").split(/^>/m);
  const plasmid = records.find((record) => record.length > 50_000 && record.length < 300_000);
  const [fasta, reads] = [join(folder, "plasmid.fna"), join(folder, "plasmid_R")];
  writeFileSync(fasta, `>${plasmid}`);
  const settings = "-ss HS25 -q -na -p -l 150 -f 40 -m 400 -s 30 -rs 7".split(" ");
  const done = spawnSync("art_illumina", [...settings, "-i", fasta, "-o", reads]);
  return done.error ? null : ["1", "2"].map((mate) => `${reads}${mate}.fq`);
}

function add_person({ username, name, password }, role, registry, more = []) {
  run(
    [
      "user",
      "add",
      username,
      "--name",
      name,
      "--role",
      role,
      "--password-stdin",
      "--registry",
      registry,
      ...more,
    ],
    `${password}\n`,
  );
}

// Starts the server on a port of its own choice and waits until it says where it is.
async function serve(registry, port, options) {
  const process_ = spawn(kres, ["serve", registry, "--port", String(port), ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    const read = (text) => {
      said += text;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    };
    process_.stdout.on("data", read);
    process_.stderr.on("data", read);
    process_.on("exit", () => reject(new Error(`kres serve ended: ${said}`)));
  });
  return { process_, address };
}

function make_registry(folder) {
  const registry = join(folder, "registry");
  run(["init", registry, "--reference", reference]);
  add_person(people.bioengineer, "bioengineer", registry);
  add_person(people.second_bioengineer, "bioengineer", registry);
  add_person(people.microbiologist, "microbiologist", registry);
  add_person(people.referring, "referring", registry, ["--laboratory", "UNN"]);
  return registry;
}

// Without `referrals` nothing has been referred yet.
export async function start_registry({ referrals = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "kres-page-"));
  const registry = make_registry(folder);
  for (const sent of referrals ? write_referrals(folder) : [])
    run(["import", "referral", sent, "--registry", registry]);
  return start(folder, registry);
}

// With people, an administrator among them, and no isolate. `make_provider(folder, redirect)` gives the
// settings of a provider of log-ins.
export async function start_empty_registry(make_provider, options = []) {
  const folder = mkdtempSync(join(tmpdir(), "kres-page-"));
  const registry = make_registry(folder);
  add_person(people.administrator, "administrator", registry);
  if (!make_provider) return start(folder, registry, 0, options);
  const port = await free_port();
  const redirect = `http://127.0.0.1:${port}/api/v1/session/callback`;
  const settings = await make_provider(folder, redirect);
  writeFileSync(join(registry, "provider.json"), JSON.stringify(settings), { mode: 0o600 });
  return start(folder, registry, port);
}

export async function free_port() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function start(folder, registry, port = 0, options = []) {
  const { process_, address } = await serve(registry, port, options);
  const stop = () =>
    new Promise((resolve) => {
      process_.on("exit", () => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      process_.kill("SIGTERM");
    });
  const run_here = (args) => run([...args, "--registry", registry]);
  return { address, folder, stop, run: run_here };
}
