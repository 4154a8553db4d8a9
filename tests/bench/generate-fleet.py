#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a fleet list of N invented printers, the same ones for the same N and
seed: generate-fleet.py N [SEED]"""

import csv
import random
import sys

MODELS = ["CX730de", "CX735adse", "MX431adn", "MX432adwe", "MS431dw", "CS632dwe", "XC4342",
          "MB2236adw", "MX931dse", "CX943adtse", "MS631dw", "C3426dw"]
PLACES = ["東京本社", "大阪支店", "名古屋支店", "福岡営業所", "札幌営業所", "Boston office",
          "Zürich office"]
STATES = [""] * 90 + ["MPS Express"] * 6 + ["MPS Express (Pending)"] * 2 + ["Registration failed"] * 2


def main():
    count = int(sys.argv[1])
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    out = csv.writer(sys.stdout, lineterminator="\r\n")
    out.writerow(["Serial number", "Model", "IP address", "Host name", "Location", "Asset tag",
                  "Firmware", "Average monthly pages", "Lexmark Managed", "Agent", "Agent kind",
                  "Agent version", "Communication"])
    for i in range(count):
        agent = i % 5
        out.writerow([
            f"G{i:08d}X", chance.choice(MODELS),
            f"10.{i >> 16 & 255}.{i >> 8 & 255}.{i & 255}", f"prn-{i:07d}.example.com",
            f"{chance.choice(PLACES)} {chance.randint(1, 30)}F", f"A-{chance.randint(0, 10**6):06d}",
            f"MXTCT.{chance.randint(200, 260)}.{chance.randint(0, 99):03d}",
            "" if chance.random() < 0.05 else chance.randint(0, 6000),
            chance.choice(STATES), f"Agent {agent + 1}", "Fleet Agent",
            ["1.4.0", "1.10.2", "1.3.10", "1.3.9", "1.2.0"][agent], "Communicating",
        ])


if __name__ == "__main__":
    main()
