/* The limit that the dynamics benchmark is measured against: the two benchmark models of dynamics-models.ts (`sir` and `green`) written
   by hand as C loops over plain arrays, as fast as one may hope for on a machine. `npm run bench` compiles and runs it
   (cc -O3 -march=native -lm) and prints the ratios; it is no part of the product. The last lines it prints are the models' end values.
   Times are CPU time of the process: machines are shared. */
#define _POSIX_C_SOURCE 199309L /* times below are process CPU time: the machine is shared */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
enum { P = 30, S = 3, N = P * S };
static double now(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e3 + t.tv_nsec * 1e-6; }
static double sirOut[3 * 101];
static void sir(double contact) {
  const double duration = 5, total = 1000, dt = 0.0625;
  double s = total - 5, i = 5, r = 0; int k = 0;
  for (int n = 0;; n++) {
    if (n % 100 == 0) { sirOut[k++] = s; sirOut[k++] = i; sirOut[k++] = r; }
    if (n == 10000) return;
    double inf = s * i / total * contact, rec = i / duration;
    s += -inf * dt; i += (inf - rec) * dt; r += rec * dt;
  }
}
static const double share[S] = {0.25, 0.35, 0.4}, kor[S] = {2.1, 3.2, 2.6}, life[S] = {14, 18, 25}, base[S] = {0.18, 0.95, 0.4};
static double gdp0[P];
static double lut(const double *X, const double *Y, int L, double v) {
  if (v <= X[0]) return Y[0];
  if (v >= X[L]) return Y[L];
  int j = 1; while (X[j] < v) j++;
  return Y[j - 1] + (Y[j] - Y[j - 1]) * (v - X[j - 1]) / (X[j] - X[j - 1]);
}
static const double cx[] = {0, .5, 1, 2, 4, 10}, cy[] = {1.2, 1.1, 1, .9, .8, .7};
static const double ux[] = {0, .5, .8, 1, 1.2, 1.6, 4}, uy[] = {0, .5, .78, .95, 1.05, 1.15, 1.2};
static double gOut[5 * 21];
static void green(double growth, int n) {
  static double gdp[P], cum[P], K[N], T[N], ed[N], d1[P], d2[P], d3[P], dem[N], dep[N], inv[N], va[N], en[N], gi[P], tg[N], em[P], reg[P], ab[P];
  const double lr = 0.02, eDelay = 3, adj = 4, dl = 5.0 / 3, cf = 2.4, dt = 1.0 / n;
  const int steps = n * 20; double t = 2005; int k = 0;
  for (int p = 0; p < P; p++) {
    gdp[p] = gdp0[p]; cum[p] = 0; d1[p] = d2[p] = d3[p] = 0.1 * dl;
    for (int s = 0, j = p * S; s < S; s++, j++) { ed[j] = gdp0[p] * share[s]; K[j] = 2.5 * gdp0[p] * share[s]; T[j] = 1; }
  }
  for (int step = 0;; step++) {
    double mean = 0; for (int p = 0; p < P; p++) mean += gdp[p]; mean /= 30;
    double r = t > 2010 ? 0.01 * ((t < 2020 ? t : 2020) - 2010) : 0;
    for (int p = 0; p < P; p++) {
      gi[p] = gdp[p] * growth * lut(cx, cy, 5, gdp[p] / mean);
      double rd = pow(gdp[p] / gdp0[p], 0.2), e = 0;
      reg[p] = 0.1 + r; ab[p] = d3[p] / dl;
      for (int s = 0, j = p * S; s < S; s++, j++) {
        dem[j] = gdp[p] * share[s]; dep[j] = K[j] / life[s];
        double x = dep[j] + (kor[s] * ed[j] - K[j]) / adj; inv[j] = x > 0 ? x : 0;
        double cap = K[j] / kor[s];
        va[j] = cap * lut(ux, uy, 6, dem[j] / cap); tg[j] = T[j] * lr * rd; en[j] = va[j] * (base[s] / T[j]); e += en[j];
      }
      em[p] = e * cf * (1 - ab[p]);
    }
    if (step % n == 0) {
      double a = 0, b = 0, c = 0, d = 0, f = 0;
      for (int p = 0; p < P; p++) { a += va[p * S]; b += va[p * S + 1]; c += en[p * S] + en[p * S + 1] + en[p * S + 2]; d += em[p]; f += cum[p]; }
      gOut[k++] = a; gOut[k++] = b; gOut[k++] = c; gOut[k++] = d; gOut[k++] = f;
    }
    if (step == steps) return;
    for (int p = 0; p < P; p++) {
      double o1 = d1[p] / dl, o2 = d2[p] / dl, o3 = d3[p] / dl;
      d1[p] += (reg[p] - o1) * dt; d2[p] += (o1 - o2) * dt; d3[p] += (o2 - o3) * dt;
      gdp[p] += gi[p] * dt; cum[p] += em[p] * dt;
    }
    for (int j = 0; j < N; j++) { ed[j] += (dem[j] - ed[j]) / eDelay * dt; K[j] += (inv[j] - dep[j]) * dt; T[j] += tg[j] * dt; }
    t += dt;
  }
}
static int cmp(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return (x > y) - (x < y); }
#define BENCH(name, runs, call) do { double m[7]; for (int b = 0; b < 7; b++) { double t0 = now(); for (int i = 0; i < runs; i++) { call; } m[b] = (now() - t0) / runs; } \
  qsort(m, 7, sizeof *m, cmp); printf("%-22s %.5f ms CPU/run median, %.5f min (7 x %d)\n", name, m[3], m[0], runs); } while (0)
int main(void) {
  for (int i = 0; i < P; i++) gdp0[i] = 500 + 137 * ((i * 7) % P);
  BENCH("C sir 10000 steps", 1000, sir(0.3 + i * 1e-6));
  BENCH("C green 320 steps", 1000, green(0.06 + i * 1.5e-5, 16));
  BENCH("C green 10240 steps", 20, green(0.06 + i * 1.5e-5, 512));
  sir(0.3); printf("check sir S(end) %.6f\n", sirOut[300]);
  green(0.06, 16); printf("check green %.4f %.4f %.4f %.4f %.4f\n", gOut[100], gOut[101], gOut[102], gOut[103], gOut[104]);
}
